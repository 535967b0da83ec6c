// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps that a bar forbids on a day, with the limits whose clock runs on. */
final class Bars {

    private Bars() {}

    static List<Evaluation.Barred> of(Situation situation) {
        var barred = new ArrayList<Evaluation.Barred>();
        for (var step : situation.program().steps()) {
            for (var requirement : step.requirements()) {
                if (requirement.isBar() && isBarred(step, requirement, situation)) {
                    barred.add(new Evaluation.Barred(
                            step.name(), requirement.source(), running(step, situation.marking())));
                }
            }
        }
        return barred;
    }

    /** In the case, in its newest round, or for every member. */
    private static boolean isBarred(StepRule step, StepRule.Requirement bar, Situation situation) {
        var scope = step.scope();
        if (!Judgment.isAsked(bar, situation.marking())) {
            return false;
        } else if (scope.role() == null) {
            var newest = newest(scope, situation.marking());
            return !bar.holds().holds(newest == null ? situation : situation.in(newest));
        }
        var members = situation.marking().of(scope).frames();
        return !members.isEmpty()
                && members.stream().noneMatch(member -> bar.holds().holds(situation.in(member)));
    }

    private static @Nullable Frame newest(ScopeRule scope, Marking marking) {
        return scope.isCase() ? marking.caseFrame() : marking.of(scope).newestRound();
    }

    private static List<String> running(StepRule step, Marking marking) {
        var running = new ArrayList<String>();
        for (var meeting : step.meets()) {
            var limit = meeting.limit();
            for (var frame : marking.of(limit.scope()).frames()) {
                var mark = frame.limit(limit);
                if (mark != null && mark.running() && !mark.held() && !mark.paused()) {
                    running.add(limit.name());
                    break;
                }
            }
        }
        return running;
    }
}
