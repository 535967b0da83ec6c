// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import java.util.HashSet;
import java.util.Set;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.definition.Bar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Need;
import org.caseledger.procedure.definition.Otherwise;
import org.caseledger.procedure.definition.StepType;

/**
 * Whether an unlawful step has effects, of one that has none: it sets, annuls, includes, excludes and opens nothing, and
 * no limit, guard, period or round speaks of it. That it counts or not is then asked by nothing but the question what
 * its unknowns would change, so that it must have no {@code unknown} either. Its remark is the same.
 */
final class UnlawfulWithoutEffect implements Equivalence {

    @Override
    public String reason() {
        return "the unlawful step has no effect";
    }

    @Override
    public Definition plain(Definition definition) {
        var spoken = spokenOf(definition);
        var plain = Rewriting.steps(
                definition,
                step -> hasNone(step, spoken)
                        ? Rewriting.needs(
                                step,
                                step.needs().stream()
                                        .map(need -> new Need(need.condition(), plain(need.otherwise()), need.source()))
                                        .toList())
                        : step);
        return Rewriting.bars(plain, bar -> {
            var step = definition.step(bar.step());
            return step != null && hasNone(step, spoken)
                    ? new Bar(bar.step(), bar.condition(), plain(bar.otherwise()), bar.source())
                    : bar;
        });
    }

    private static Otherwise plain(Otherwise otherwise) {
        return otherwise instanceof Otherwise.Irregular irregular
                ? new Otherwise.Irregular(irregular.code(), false)
                : otherwise;
    }

    private static boolean hasNone(StepType step, Set<String> spoken) {
        return !spoken.contains(step.name())
                && step.opens() == null
                && step.sets().isEmpty()
                && step.mayAnnul().isEmpty()
                && step.includes().isEmpty()
                && step.excludes().isEmpty()
                && step.attributes().stream()
                        .noneMatch(attribute -> attribute.values().contains(Attribute.UNKNOWN));
    }

    /** Every name and word of the rules, but for the step that a bar forbids. */
    private static Set<String> spokenOf(Definition definition) {
        var spoken = new HashSet<String>();
        Names.addTo(spoken, definition.parameters());
        Names.addTo(spoken, definition.rounds());
        Names.addTo(spoken, definition.limits());
        Names.addTo(spoken, definition.ends());
        definition.bars().forEach(bar -> Names.addTo(spoken, bar.condition()));
        for (var step : definition.steps()) {
            Names.addTo(spoken, step.needs());
            Names.addTo(spoken, step.sets());
            Names.addTo(spoken, step.mayAnnul());
            Names.addTo(spoken, step.includes());
            Names.addTo(spoken, step.excludes());
        }
        return spoken;
    }
}
