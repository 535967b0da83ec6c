// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/** Checks what steps and lapses do to limits. */
final class VerbChecker {

    private final Names names;
    private final Complaints complaints;
    private final ConditionChecker conditions;
    private final TermChecker terms;

    VerbChecker(Names names, Complaints complaints, ConditionChecker conditions, TermChecker terms) {
        this.names = names;
        this.complaints = complaints;
        this.conditions = conditions;
        this.terms = terms;
    }

    void check(String limitPath, Limit limit) {
        var counts = new HashMap<String, Integer>();
        for (var verb : limit.verbs()) {
            var number = counts.merge(verb.word(), 1, Integer::sum) - 1;
            check(limitPath + "." + verb.word() + "[" + number + "]", limit, verb);
        }
    }

    private void check(String path, Limit limit, Verb verb) {
        complaints.unless(!verb.after().isEmpty(), path, "nothing triggers it; say after what");
        for (var name : verb.after()) {
            terms.checkHappening(path, name);
            conditions.check(path, verb.when(), names.step(name));
            if (verb instanceof Verb.Extend extend) {
                checkDelay(path, extend.by(), names.step(name));
            }
        }
        if (verb instanceof Verb.Restart restart && restart.from() != null) {
            terms.checkPoint(path, restart.from(), true);
        } else if (verb instanceof Verb.Revise revise) {
            terms.checkOfVerb(path, revise.end());
        } else if (verb instanceof Verb.Extend extend) {
            terms.checkPeriod(path, extend.by());
            complaints.unless(
                    !(extend.by() instanceof Within.NoTime) && LimitEnds.mayHaveOne(limit),
                    path,
                    "extends a limit that has no end, or by no time");
        }
    }

    private void checkDelay(String path, Within by, @Nullable StepType trigger) {
        if (by instanceof Within.Delay delay) {
            complaints.unless(
                    trigger != null
                            && names.metBy(trigger.name())
                                    .anyMatch(limit -> limit.name().equals(delay.limit())),
                    path,
                    "the step that triggers it cannot be late for '" + delay.limit() + "', as it does not meet it");
        }
    }
}
