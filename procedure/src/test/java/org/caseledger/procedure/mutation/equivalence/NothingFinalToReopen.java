// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import java.util.HashSet;
import java.util.Set;
import org.caseledger.procedure.definition.Assignment;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.StepType;

/**
 * {@code reopens} where no final lapse sets any of the attributes: only what a final lapse set is kept from later
 * rules, so that there is nothing to reopen.
 */
final class NothingFinalToReopen implements Equivalence {

    @Override
    public String reason() {
        return "nothing final to reopen";
    }

    @Override
    public Definition plain(Definition definition) {
        var isFinal = new HashSet<String>();
        for (var limit : definition.limits()) {
            if (limit.lapse() != null && limit.lapse().isFinal()) {
                limit.lapse()
                        .sets()
                        .forEach(
                                assignment -> isFinal.addAll(assignment.values().keySet()));
            }
        }
        return Rewriting.steps(definition, step -> plain(step, isFinal));
    }

    private static StepType plain(StepType step, Set<String> isFinal) {
        return Rewriting.sets(
                step,
                step.sets().stream()
                        .map(assignment -> assignment.values().keySet().stream().noneMatch(isFinal::contains)
                                ? new Assignment(assignment.when(), assignment.values(), false)
                                : assignment)
                        .toList());
    }
}
