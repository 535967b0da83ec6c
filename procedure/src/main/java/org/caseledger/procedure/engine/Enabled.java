// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.List;
import org.caseledger.procedure.definition.Kind;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.StepType;

/** Whether a step may lawfully be recorded next. Facts and rulings may at any time. */
final class Enabled {

    private Enabled() {}

    static boolean in(Situation situation, StepType step) {
        if (step.kind() != Kind.ACT) {
            return true;
        }
        var scope = step.scope();
        if (scope instanceof Scope.Each each) {
            return situation.roles().holders(each.role()).stream()
                    .map(authority -> situation.marking().frame(Frame.Key.member(each.role(), authority)))
                    .anyMatch(frame -> frame != null && lawful(situation.in(frame), step));
        }
        var rounds = scope instanceof Scope.Round round ? situation.marking().frames(round.name()) : List.<Frame>of();
        return lawful(rounds.isEmpty() ? situation : situation.in(rounds.get(rounds.size() - 1)), step);
    }

    private static boolean lawful(Situation situation, StepType step) {
        return step.needs().stream().allMatch(need -> Possible.holds(need.condition(), situation))
                && situation.program().bars(step.name()).stream().noneMatch(bar -> situation.holds(bar.condition()));
    }
}
