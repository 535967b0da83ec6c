// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.work;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caseledger.gateway.cases.DocketStore;
import org.caseledger.gateway.cases.EntryJson;
import org.caseledger.gateway.cases.EvaluationJson;
import org.caseledger.gateway.cases.Procedures;
import org.caseledger.gateway.cases.Today;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.http.Pages;
import org.caseledger.gateway.http.Role;
import org.caseledger.gateway.links.Name;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.links.Purpose;
import org.caseledger.gateway.projection.Kind;
import org.caseledger.gateway.write.Workers;
import org.jspecify.annotations.Nullable;

/** The worklist: each role sees its own part. */
public final class WorklistHandler {

    private final Workers workers;
    private final Worklist worklist;
    private final Today today;
    private final PrivacyClient links;

    public WorklistHandler(
            String authority,
            Workers workers,
            DocketStore dockets,
            Procedures procedures,
            Today today,
            PrivacyClient links) {
        this.workers = workers;
        this.worklist = new Worklist(authority, dockets, procedures);
        this.today = today;
        this.links = links;
    }

    public Map<String, Function<Call, Future<Answer>>> handlers() {
        return Map.of("readWorklist", this::handle);
    }

    private Future<Answer> handle(Call call) {
        boolean casework =
                call.roles().contains(Role.CASEWORKER) || call.roles().contains(Role.SUPERVISOR);
        boolean desk = call.roles().contains(Role.DATA_PROTECTION_DESK);
        return workers.run(() -> casework ? worklist.cases(Kind.CASE) : Map.<String, DocketStore.Bound>of())
                .compose(cases -> links.names(cases.keySet(), Purpose.DEADLINE)
                        .compose(names -> workers.run(() -> render(call, cases, names, desk))));
    }

    private Answer render(Call call, Map<String, DocketStore.Bound> cases, Map<String, Name> names, boolean desk) {
        var asOf = call.date("asOf").orElseGet(today::date);
        var items = new ArrayList<>(worklist.links(cases, claimed(names)));
        items.addAll(worklist.duties(Kind.CASE, cases, asOf));
        if (desk) {
            items.addAll(worklist.duties(Kind.REQUEST, worklist.cases(Kind.REQUEST), asOf));
        }
        items.sort(WorkItem.MOST_URGENT_FIRST);
        return Answer.ok(Pages.of(call, List.copyOf(items))
                .render(item -> item(item, names.get(item.docket()), asOf))
                .put("asOf", asOf.toString()));
    }

    private static Map<String, Boolean> claimed(Map<String, Name> names) {
        return names.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, name -> name.getValue().fileNumber() != null));
    }

    private static ObjectNode item(WorkItem item, @Nullable Name name, LocalDate asOf) {
        var lastDay = item.lastDay();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("kind", item.type().word())
                .put("handle", name == null ? null : name.handle())
                .put("fileNumber", name == null ? null : name.fileNumber())
                .put("definition", item.definition())
                .put("role", item.role());
        json.set("due", item.due() == null ? null : EvaluationJson.due(item.due()));
        return json.put("daysLeft", lastDay == null ? null : (Long) ChronoUnit.DAYS.between(asOf, lastDay))
                .put("from", item.from())
                .put("since", item.since() == null ? null : EntryJson.instant(item.since()))
                .put("request", item.type() == WorkItem.Type.REQUEST ? item.docket() : null);
    }
}
