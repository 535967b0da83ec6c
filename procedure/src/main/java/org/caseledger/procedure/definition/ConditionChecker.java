// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks that a guard asks only for what the definition declares. */
final class ConditionChecker {

    private final Names names;
    private final Complaints complaints;

    ConditionChecker(Names names, Complaints complaints) {
        this.names = names;
        this.complaints = complaints;
    }

    /** @param trigger the step whose own attributes may be asked for, or null where there is none */
    void check(String path, @Nullable Condition condition, @Nullable StepType trigger) {
        if (condition instanceof Condition.Happened happened) {
            known(names.isHappening(happened.name()), path, happened.name(), "a step or a named lapse");
        } else if (condition instanceof Condition.LapsedLimit lapsed) {
            known(names.isLimit(lapsed.limit()), path, lapsed.limit(), "a limit");
        } else if (condition instanceof Condition.Holds holds) {
            checkHolds(path, holds, trigger);
        } else if (condition instanceof Condition.Present present) {
            complaints.unless(
                    trigger != null && trigger.attribute(present.attribute()) != null,
                    path,
                    "'" + present.attribute() + "' is not an attribute of the step that is recorded here");
        } else if (condition instanceof Condition.Any any) {
            any.of().forEach(part -> check(path, part, trigger));
        } else if (condition instanceof Condition.All all) {
            all.of().forEach(part -> check(path, part, trigger));
        } else if (condition instanceof Condition.Not not) {
            check(path, not.of(), trigger);
        } else if (condition instanceof Condition.AnyOpen open) {
            known(names.isRound(open.round()), path, open.round(), "a round");
            check(path, open.where(), trigger);
        } else if (condition instanceof Condition.ForEach each) {
            known(names.isRole(each.role()), path, each.role(), "a role");
            check(path, each.is(), trigger);
        }
    }

    private void checkHolds(String path, Condition.Holds holds, @Nullable StepType trigger) {
        if (Names.CASE.equals(holds.step())) {
            checkValues(path, "case." + holds.attribute(), names.values(holds.attribute()), holds);
        } else if (holds.step() != null) {
            var attribute = names.attribute(holds.step(), holds.attribute());
            checkValues(path, holds.step() + "." + holds.attribute(), values(attribute), holds);
        } else if (trigger == null) {
            complaints.add(
                    path,
                    "'" + holds.attribute()
                            + "': no step is being recorded here; say step.attribute or case.attribute");
        } else {
            checkValues(path, holds.attribute(), values(trigger.attribute(holds.attribute())), holds);
        }
    }

    private void checkValues(String path, String name, List<String> values, Condition.Holds holds) {
        if (values.isEmpty()) {
            complaints.add(path, "'" + name + "' is not an attribute with a closed list of values");
            return;
        }
        holds.values().stream()
                .filter(value -> !values.contains(value))
                .forEach(value -> complaints.add(path, "'" + value + "' is not a value of '" + name + "'"));
    }

    private static List<String> values(@Nullable Attribute attribute) {
        return attribute == null ? List.of() : attribute.values();
    }

    private void known(boolean known, String path, String name, String what) {
        complaints.unless(known, path, "'" + name + "' is not " + what + " of this definition");
    }
}
