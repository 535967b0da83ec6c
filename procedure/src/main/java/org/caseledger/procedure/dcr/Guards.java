// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Annulment;
import org.caseledger.procedure.definition.Assignment;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Need;
import org.jspecify.annotations.Nullable;

/** Every guard of a definition, with the steps that can be the one being recorded where it is asked. */
final class Guards {

    /** A guard, and the names of those steps. */
    record Asked(Condition guard, List<String> triggers) {}

    private final List<Asked> asked = new ArrayList<>();

    private Guards() {}

    static List<Asked> of(Definition definition) {
        var guards = new Guards();
        for (var step : definition.steps()) {
            var self = List.of(step.name());
            step.needs().stream().map(Need::condition).forEach(need -> guards.add(need, self));
            step.sets().stream().map(Assignment::when).forEach(when -> guards.add(when, self));
            step.mayAnnul().stream().map(Annulment::when).forEach(when -> guards.add(when, self));
        }
        definition.bars().forEach(bar -> guards.add(bar.condition(), List.of(bar.step())));
        definition.rounds().forEach(round -> guards.add(round.when(), round.closedBy()));
        definition.limits().forEach(guards::add);
        definition.parameters().stream()
                .flatMap(parameter -> parameter.rows().stream())
                .forEach(row -> guards.add(row.when(), List.of()));
        guards.add(definition.ends(), List.of());
        return guards.asked;
    }

    private void add(Limit limit) {
        limit.metBy().forEach(met -> add(met.when(), List.of(met.step())));
        limit.end().forEach(alternative -> add(alternative.when(), List.of()));
        limit.late().forEach((step, late) -> late.stream().map(Late::when).forEach(when -> add(when, List.of(step))));
        Stream.of(limit.hold(), limit.pause())
                .forEach(suspension -> add(suspension == null ? null : suspension.condition(), List.of()));
        limit.verbs().forEach(verb -> add(verb.when(), verb.after()));
        var lapse = limit.lapse();
        if (lapse != null) {
            lapse.sets().forEach(assignment -> add(assignment.when(), List.of()));
            lapse.notFor().forEach(notFor -> add(notFor.when(), List.of()));
        }
    }

    private void add(@Nullable Condition guard, List<String> triggers) {
        if (guard != null) {
            asked.add(new Asked(guard, triggers));
        }
    }
}
