// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.caseledger.gateway.cases.DocketStore;
import org.caseledger.gateway.cases.DocketStore.Bound;
import org.caseledger.gateway.cases.Procedures;
import org.caseledger.gateway.projection.Kind;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.record.CaseHeader;

/** Computes what is due from this authority as of a day, from the headers of its cases alone. Blocks its thread. */
final class Worklist {

    private static final Set<Evaluation.Status> RUNNING =
            EnumSet.of(Evaluation.Status.OPEN, Evaluation.Status.HELD, Evaluation.Status.PAUSED);

    private final String authority;
    private final DocketStore dockets;
    private final Procedures procedures;

    Worklist(String authority, DocketStore dockets, Procedures procedures) {
        this.authority = authority;
        this.dockets = dockets;
        this.procedures = procedures;
    }

    /** The cases that this authority has a role in, with who bound it first, by id. */
    Map<String, Bound> cases(Kind kind) {
        var first = new LinkedHashMap<String, Bound>();
        dockets.boundTo(kind, authority).forEach(bound -> first.putIfAbsent(bound.id(), bound));
        return first;
    }

    List<WorkItem> duties(Kind kind, Map<String, Bound> cases, LocalDate asOf) {
        return dockets.headers(kind, cases.keySet()).values().stream()
                .flatMap(header -> duties(kind, header, asOf).stream())
                .toList();
    }

    /** Links that have not come, or that no file number is attached to. */
    List<WorkItem> links(Map<String, Bound> cases, Map<String, Boolean> claimed) {
        var waiting = cases.values().stream()
                .filter(bound -> !bound.by().equals(authority))
                .filter(bound -> !claimed.getOrDefault(bound.id(), false))
                .collect(Collectors.toMap(Bound::id, bound -> bound));
        var headers = dockets.headers(Kind.CASE, waiting.keySet());
        var items = new ArrayList<WorkItem>();
        waiting.forEach((id, bound) -> {
            var header = Objects.requireNonNull(headers.get(id));
            items.add(new WorkItem(
                    claimed.containsKey(id) ? WorkItem.Type.LINK_UNCLAIMED : WorkItem.Type.LINK_MISSING,
                    id,
                    header.definition().id(),
                    bound.role(),
                    null,
                    bound.by(),
                    dockets.recordedAt(bound.seq())));
        });
        return items;
    }

    private List<WorkItem> duties(Kind kind, CaseHeader header, LocalDate asOf) {
        var engine = procedures.engine(header);
        var evaluation = engine.outlook(engine.read(header), header.roles(), asOf);
        return evaluation.due().stream()
                .filter(due -> due.authorities().contains(authority))
                .filter(due -> RUNNING.contains(due.status()))
                .map(due -> new WorkItem(
                        kind == Kind.CASE ? WorkItem.Type.DUTY : WorkItem.Type.REQUEST,
                        header.id().value(),
                        header.definition().id(),
                        due.role(),
                        due,
                        null,
                        null))
                .toList();
    }
}
