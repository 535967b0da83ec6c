// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Annulment;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Kind;
import org.caseledger.procedure.definition.Lapse;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Term;
import org.caseledger.procedure.definition.Within;
import org.jspecify.annotations.Nullable;

/** The events that steps and limits become, in the order of the definition. */
record Causes(List<Cause> all) {

    static Causes of(Definition definition, Translation translation) {
        var causes = new ArrayList<Cause>();
        for (var step : definition.steps()) {
            for (var values : translation.asked().combinations(step)) {
                var event = Cause.Step.of(step, values, null);
                if (isPossible(definition, translation, event)) {
                    causes.add(event);
                    annulments(translation, event).forEach(causes::add);
                }
            }
        }
        for (var limit : definition.limits()) {
            if (limit.end().stream().anyMatch(alternative -> isTimed(alternative.term()))) {
                causes.add(new Cause.Lapse(lapseId(definition, limit), limit));
                if (limit.recurs() != null) {
                    causes.add(new Cause.Over(limit.name() + ".over", limit));
                }
            }
        }
        return new Causes(List.copyOf(causes));
    }

    /** The events of a step or named lapse. */
    List<Cause> named(String name) {
        return all.stream().filter(cause -> name.equals(cause.name())).toList();
    }

    List<Cause.Step> steps(String name) {
        return all.stream()
                .filter(Cause.Step.class::isInstance)
                .map(Cause.Step.class::cast)
                .filter(step -> step.type().name().equals(name))
                .toList();
    }

    Cause.@Nullable Lapse lapse(Limit limit) {
        return all.stream()
                .filter(Cause.Lapse.class::isInstance)
                .map(Cause.Lapse.class::cast)
                .filter(lapse -> lapse.limit().name().equals(limit.name()))
                .findFirst()
                .orElse(null);
    }

    Cause.@Nullable Over over(Limit limit) {
        return all.stream()
                .filter(Cause.Over.class::isInstance)
                .map(Cause.Over.class::cast)
                .filter(over -> over.limit().name().equals(limit.name()))
                .findFirst()
                .orElse(null);
    }

    /** Whether no need refuses, and no bar forbids, these values whatever the case is. Only acts are refused. */
    private static boolean isPossible(Definition definition, Translation translation, Cause.Step event) {
        var type = event.type();
        var own = translation.in(type.scope()).at(event);
        var needs = type.needs().stream().map(need -> own.holds(need.condition()));
        var bars = definition.bars().stream()
                .filter(bar -> bar.step().equals(type.name()))
                .map(bar -> own.fails(bar.condition()));
        return type.kind() != Kind.ACT
                || Stream.concat(needs, bars)
                        .noneMatch(formula -> Objects.equals(Formula.value(formula, atom -> null), false));
    }

    private static Stream<Cause.Step> annulments(Translation translation, Cause.Step event) {
        var own = translation.in(event.type().scope()).at(event);
        return event.type().mayAnnul().stream()
                .filter(annulment -> !Objects.equals(Formula.value(own.holds(annulment.when()), atom -> null), false))
                .map(Annulment::step)
                .map(step -> Cause.Step.of(event.type(), event.values(), step));
    }

    private static boolean isTimed(Term term) {
        if (term instanceof Term.Counted counted) {
            return !(counted.within() instanceof Within.NoTime);
        } else if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().anyMatch(Causes::isTimed);
        }
        return !(term instanceof Term.LatestOf latest) || latest.of().stream().anyMatch(Causes::isTimed);
    }

    /** The name of the lapse if it has one of its own. */
    private static String lapseId(Definition definition, Limit limit) {
        var as = name(limit);
        if (as == null) {
            return limit.name() + ".lapsed";
        }
        var shared = definition.limits().stream()
                        .filter(other -> as.equals(name(other)))
                        .count()
                > 1;
        return shared ? as + "[limit=" + limit.name() + "]" : as;
    }

    private static @Nullable String name(Limit limit) {
        Lapse lapse = limit.lapse();
        return lapse == null ? null : lapse.as();
    }
}
