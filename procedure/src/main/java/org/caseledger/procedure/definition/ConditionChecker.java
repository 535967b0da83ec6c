// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks that a guard asks only for what the definition declares and for what can be known where it is asked. */
final class ConditionChecker {

    private final Names names;
    private final Complaints complaints;
    private final TermChecker terms;

    ConditionChecker(Names names, Complaints complaints, TermChecker terms) {
        this.names = names;
        this.complaints = complaints;
        this.terms = terms;
    }

    /** @param trigger the step whose own attributes may be asked for, or null where there is none */
    void check(String path, @Nullable Condition condition, @Nullable StepType trigger) {
        if (condition instanceof Condition.Happened happened) {
            known(names.isHappening(happened.name()), path, happened.name(), "a step or a named lapse");
        } else if (condition instanceof Condition.LapsedLimit lapsed) {
            limit(path, lapsed.limit());
        } else if (condition instanceof Condition.Running running) {
            limit(path, running.limit());
        } else if (condition instanceof Condition.LateFor late) {
            limit(path, late.limit());
            complaints.unless(
                    trigger != null, path, "'late: " + late.limit() + "': no step is being recorded here; say lapsed");
        } else if (condition instanceof Condition.Holds holds) {
            checkHolds(path, holds, trigger);
        } else if (condition instanceof Condition.ReadingIs reading) {
            checkReading(path, reading);
        } else if (condition instanceof Condition.ParameterIs parameter) {
            checkParameter(path, parameter);
        } else if (condition instanceof Condition.Present present) {
            complaints.unless(
                    trigger != null && trigger.attribute(present.attribute()) != null,
                    path,
                    "'" + present.attribute() + "' is not an attribute of the step that is recorded here");
        } else if (condition instanceof Condition.Times times) {
            checkTimes(path, times);
        } else if (condition instanceof Condition.Elapsed elapsed) {
            terms.checkPoint(path, elapsed.from(), trigger != null);
            terms.checkPoint(path, elapsed.to(), trigger != null);
            terms.checkPeriod(path, elapsed.within());
        } else if (condition instanceof Condition.InForce inForce) {
            complaints.unless(
                    inForce.from() == null
                            || inForce.until() == null
                            || !inForce.until().isBefore(inForce.from()),
                    path,
                    "is in force until a day before the first");
        } else {
            checkParts(path, condition, trigger);
        }
    }

    private void checkParts(String path, @Nullable Condition condition, @Nullable StepType trigger) {
        if (condition instanceof Condition.Any any) {
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

    private void checkReading(String path, Condition.ReadingIs asked) {
        var reading = names.reading(asked.reading());
        known(reading != null, path, asked.reading(), "a reading");
        if (reading == null) {
            return;
        }
        complaints.unless(
                reading.kind() == Reading.Kind.SPAN,
                path,
                "'" + asked.reading() + "' is a note, which makes no worlds; make it a span");
        asked.options().stream()
                .filter(option -> !reading.options().contains(option))
                .forEach(option -> complaints.add(
                        path, "'" + option + "' is not an option of the reading '" + asked.reading() + "'"));
    }

    private void checkParameter(String path, Condition.ParameterIs asked) {
        var parameter = names.parameter(asked.parameter());
        known(parameter != null, path, asked.parameter(), "a parameter");
        if (parameter == null) {
            return;
        }
        var values = new TreeSet<>(parameter.codes());
        parameter.rows().forEach(row -> values.add(row.value()));
        asked.values().stream()
                .filter(value -> !values.contains(value))
                .forEach(value -> complaints.add(
                        path, "'" + value + "' is not a value of the parameter '" + asked.parameter() + "'"));
    }

    private void checkTimes(String path, Condition.Times times) {
        known(names.isHappening(times.step()), path, times.step(), "a step or a named lapse");
        complaints.unless(
                times.atLeast() >= 0
                        && times.atLeast() <= times.atMost()
                        && times.atLeast() + (long) times.atMost() != Integer.MAX_VALUE,
                path,
                "asks for a number of times that always or never holds");
    }

    private void limit(String path, String name) {
        known(names.limit(name) != null, path, name, "a limit");
    }

    private static List<String> values(@Nullable Attribute attribute) {
        return attribute == null ? List.of() : attribute.values();
    }

    private void known(boolean known, String path, String name, String what) {
        complaints.unless(known, path, "'" + name + "' is not " + what + " of this definition");
    }
}
