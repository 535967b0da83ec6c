// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.caseledger.procedure.definition.Assignment;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Lapse;
import org.caseledger.procedure.definition.Late;
import org.jspecify.annotations.Nullable;

/** What events do to case attributes, as far as it is known beforehand. */
final class CaseValues {

    private final Definition definition;
    private final Translation translation;
    private final Causes causes;
    private final Effects effects;

    CaseValues(Translation translation, Causes causes, Effects effects) {
        this.definition = translation.definition();
        this.translation = translation;
        this.causes = causes;
        this.effects = effects;
    }

    /** What may become of a case attribute when the event happens. */
    Set<Change> assigned(Cause cause, Atom.CaseValue atom) {
        if (cause instanceof Cause.Step step && step.annuls() != null && sets(step.annuls(), atom.attribute())) {
            return Change.UNKNOWN;
        }
        var changes = Set.of(Change.SAME);
        for (var assignment : assignments(cause)) {
            var value = assignment.values().get(atom.attribute());
            var when =
                    value == null ? Boolean.FALSE : Formula.value(guard(cause, assignment), own -> before(cause, own));
            if (value != null && !Objects.equals(when, false)) {
                var change = atom.values().contains(value) ? Change.TRUE : Change.FALSE;
                var sure = when != null && (assignment.reopens() || !isEverFinal(atom.attribute()));
                changes = sure ? Set.of(change) : Change.or(changes, change);
            }
        }
        return changes.equals(Set.of(Change.SAME)) || effects.keeps(cause, Late.Effect.SETS)
                ? changes
                : Change.or(changes, Change.SAME);
    }

    /** What is known of an atom before the event: what it tells of itself, and what can never be. */
    private @Nullable Boolean before(Cause cause, Atom atom) {
        return (atom instanceof Atom.CaseValue || atom instanceof Atom.Running) ? null : effects.after(cause, atom);
    }

    private Formula guard(Cause cause, Assignment assignment) {
        var asked = cause instanceof Cause.Step step
                ? translation.in(step.type().scope()).at(step)
                : translation.in(((Cause.Lapse) cause).limit().scope());
        return asked.holds(assignment.when());
    }

    private static List<Assignment> assignments(Cause cause) {
        if (cause instanceof Cause.Step step) {
            return step.type().sets();
        }
        var lapse = cause instanceof Cause.Lapse of ? of.limit().lapse() : null;
        return lapse == null ? List.of() : lapse.sets();
    }

    private boolean sets(String step, String attribute) {
        return causes.steps(step).stream()
                .flatMap(event -> event.type().sets().stream())
                .anyMatch(assignment -> assignment.values().containsKey(attribute));
    }

    private boolean isEverFinal(String attribute) {
        return definition.limits().stream().map(limit -> limit.lapse()).anyMatch(lapse -> isFinal(lapse, attribute));
    }

    private static boolean isFinal(@Nullable Lapse lapse, String attribute) {
        return lapse != null
                && lapse.isFinal()
                && lapse.sets().stream()
                        .anyMatch(assignment -> assignment.values().containsKey(attribute));
    }
}
