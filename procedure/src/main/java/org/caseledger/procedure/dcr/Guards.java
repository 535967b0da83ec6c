// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Annulment;
import org.caseledger.procedure.definition.Assignment;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Kind;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Need;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.definition.Verb;
import org.jspecify.annotations.Nullable;

/** The guards of a definition that bear on its plain graph. Those that only move dates do not. */
final class Guards {

    /** A guard, and the names of the steps that can be the one being recorded where it is asked. */
    record Asked(Condition guard, List<String> triggers) {}

    private record Setting(Assignment assignment, List<String> triggers) {}

    private final List<Asked> asked = new ArrayList<>();
    private final List<Setting> settings = new ArrayList<>();

    private Guards() {}

    static List<Asked> of(Definition definition) {
        var guards = new Guards();
        definition.steps().forEach(guards::add);
        definition.bars().forEach(bar -> guards.add(bar.condition(), List.of(bar.step())));
        definition.rounds().forEach(round -> guards.add(round.when(), round.closedBy()));
        definition.limits().forEach(guards::add);
        var more = true;
        while (more) {
            more = guards.addSettings();
        }
        return guards.asked;
    }

    /** A guard without its joints. */
    static Stream<Condition> leaves(Condition guard) {
        if (guard instanceof Condition.Any any) {
            return any.of().stream().flatMap(Guards::leaves);
        } else if (guard instanceof Condition.All all) {
            return all.of().stream().flatMap(Guards::leaves);
        } else if (guard instanceof Condition.Not not) {
            return leaves(not.of());
        } else if (guard instanceof Condition.AnyOpen open) {
            return leaves(open.where());
        } else if (guard instanceof Condition.ForEach each) {
            return leaves(each.is());
        }
        return Stream.of(guard);
    }

    private void add(StepType step) {
        var self = List.of(step.name());
        if (step.kind() == Kind.ACT) {
            step.needs().stream().map(Need::condition).forEach(need -> add(need, self));
        }
        step.mayAnnul().stream().map(Annulment::when).forEach(when -> add(when, self));
        step.sets().forEach(assignment -> settings.add(new Setting(assignment, self)));
    }

    private void add(Limit limit) {
        limit.metBy().forEach(met -> add(met.when(), List.of(met.step())));
        limit.end().forEach(alternative -> add(alternative.when(), List.of()));
        limit.verbs().stream()
                .filter(Verb.Release.class::isInstance)
                .forEach(release -> add(release.when(), release.after()));
        var hold = limit.hold();
        add(hold == null ? null : hold.condition(), List.of());
        var pause = limit.pause();
        add(pause == null ? null : pause.condition(), List.of());
        var lapse = limit.lapse();
        if (lapse != null) {
            lapse.sets().forEach(assignment -> settings.add(new Setting(assignment, List.of())));
        }
    }

    /** Adds the guards under which a case attribute is set that a guard asks; whether there were any. */
    private boolean addSettings() {
        var attributes = caseAttributes();
        var bearing = settings.stream()
                .filter(setting ->
                        setting.assignment().values().keySet().stream().anyMatch(attributes::contains))
                .toList();
        bearing.forEach(setting -> add(setting.assignment().when(), setting.triggers()));
        return settings.removeAll(bearing);
    }

    private Set<String> caseAttributes() {
        var attributes = new HashSet<String>();
        asked.stream().flatMap(guard -> leaves(guard.guard())).forEach(leaf -> {
            if (leaf instanceof Condition.Holds holds && "case".equals(holds.step())) {
                attributes.add(holds.attribute());
            }
        });
        return attributes;
    }

    private void add(@Nullable Condition guard, List<String> triggers) {
        if (guard != null) {
            asked.add(new Asked(guard, triggers));
        }
    }
}
