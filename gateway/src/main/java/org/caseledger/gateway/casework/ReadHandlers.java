// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.casework;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.caseledger.gateway.cases.CaseReader;
import org.caseledger.gateway.cases.Docket;
import org.caseledger.gateway.cases.DocketStore;
import org.caseledger.gateway.cases.EntryJson;
import org.caseledger.gateway.cases.EvaluationJson;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.http.Pages;
import org.caseledger.gateway.http.Role;
import org.caseledger.gateway.links.Link;
import org.caseledger.gateway.links.Name;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.links.Purpose;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.gateway.projection.Kind;
import org.caseledger.gateway.write.Workers;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.RecordCodec;
import org.jspecify.annotations.Nullable;

/** Finding and reading cases. File numbers are joined in here and kept nowhere. */
final class ReadHandlers {

    private static final Set<Role> MAY_SEE_FILE_NUMBERS =
            Set.of(Role.CASEWORKER, Role.SUPERVISOR, Role.DATA_PROTECTION_DESK);

    private final Workers workers;
    private final DocketStore dockets;
    private final CaseReader cases;
    private final CaseLocator locator;
    private final PrivacyClient links;

    ReadHandlers(Workers workers, DocketStore dockets, CaseReader cases, CaseLocator locator, PrivacyClient links) {
        this.workers = workers;
        this.dockets = dockets;
        this.cases = cases;
        this.locator = locator;
        this.links = links;
    }

    Future<Answer> search(Call call) {
        var fileNumber = call.text("fileNumber");
        return locator.all(fileNumber)
                .recover(failed -> isUnknown(failed) ? Future.succeededFuture(List.of()) : Future.failedFuture(failed))
                .compose(found -> workers.run(() -> summaries(found, fileNumber)));
    }

    Future<Answer> read(Call call) {
        return locator.byHandle(call.parameter("handle")).compose(link -> name(link, call)
                .compose(name -> workers.run(() -> Answer.ok(render(call, link, name)))));
    }

    Future<Answer> history(Call call) {
        return locator.byHandle(call.parameter("handle"))
                .compose(link -> workers.run(() -> {
                    var docket = docket(link);
                    var json = new EntryJson(docket.numbers());
                    return Answer.ok(Pages.of(call, docket.entries()).render(json::render));
                }));
    }

    private Future<Map<String, Name>> name(Link link, Call call) {
        boolean maySee = call.roles().stream().anyMatch(MAY_SEE_FILE_NUMBERS::contains);
        return maySee ? links.names(List.of(link.caseId()), Purpose.CASEWORK) : Future.succeededFuture(Map.of());
    }

    private ObjectNode render(Call call, Link link, Map<String, Name> names) {
        var docket = docket(link);
        var name = names.get(link.caseId());
        var evaluation = cases.evaluate(
                docket, call.date("asOf").orElse(null), call.date("knownAt").orElse(null));
        var json = head(docket.header(), link.handle(), name == null ? null : name.fileNumber());
        json.set("definition", EvaluationJson.pin(docket.header().definition()));
        json.set("roles", RecordCodec.toJson(docket.header().roles()));
        json.set("evaluation", new EvaluationJson(docket.numbers()).render(evaluation));
        return json;
    }

    private Answer summaries(List<Link> found, String fileNumber) {
        var headers =
                dockets.headers(Kind.CASE, found.stream().map(Link::caseId).toList());
        var page = JsonNodeFactory.instance.objectNode();
        var items = page.putArray("items");
        found.stream().filter(link -> headers.containsKey(link.caseId())).forEach(link -> {
            var header = Objects.requireNonNull(headers.get(link.caseId()));
            items.add(head(header, link.handle(), fileNumber)
                    .put("definition", header.definition().id()));
        });
        return Answer.ok(page.putNull("next"));
    }

    private static ObjectNode head(CaseHeader header, String handle, @Nullable String fileNumber) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("handle", handle)
                .put("fileNumber", fileNumber)
                .put("openedBy", header.openedBy())
                .put("entries", header.count())
                .put("sealed", header.sealed());
    }

    private Docket docket(Link link) {
        return dockets.read(Kind.CASE, link.caseId())
                .orElseThrow(() -> new ProblemException(ProblemCode.READ_MODEL_BEHIND));
    }

    private static boolean isUnknown(Throwable failed) {
        return failed instanceof ProblemException problem
                && problem.problem().code().equals(ProblemCode.FILE_NUMBER_UNKNOWN.name());
    }
}
