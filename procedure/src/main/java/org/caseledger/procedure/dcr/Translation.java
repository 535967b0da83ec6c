// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Turns guards into formulas.
 *
 * @param asked which values events tell
 * @param inside the round from inside of which guards are asked, or null
 * @param trigger the step being recorded, or null where there is none
 */
record Translation(
        Definition definition,
        AskedAttributes asked,
        @Nullable String inside,
        Cause.@Nullable Step trigger) {

    /** For the guards of steps and limits of a scope. */
    Translation in(Scope scope) {
        var round = scope instanceof Scope.Round of ? of.name() : null;
        return new Translation(definition, asked, round, trigger);
    }

    /** For the guards that a step asks as it is recorded. */
    Translation at(Cause.@Nullable Step step) {
        return new Translation(definition, asked, inside, step);
    }

    Formula holds(@Nullable Condition guard) {
        return guard == null ? Formula.HOLDS : of(guard, true);
    }

    Formula fails(Condition guard) {
        return of(guard, false);
    }

    private Formula of(Condition guard, boolean wanted) {
        if (guard instanceof Condition.Any any) {
            return join(any.of().stream().map(part -> of(part, wanted)).toList(), !wanted);
        } else if (guard instanceof Condition.All all) {
            return join(all.of().stream().map(part -> of(part, wanted)).toList(), wanted);
        } else if (guard instanceof Condition.Not not) {
            return of(not.of(), !wanted);
        } else if (guard instanceof Condition.ForEach each) {
            return of(each.is(), wanted);
        } else if (guard instanceof Condition.AnyOpen open) {
            var within = new Translation(definition, asked, open.round(), null);
            return join(List.of(literal(new Atom.Open(open.round()), wanted), within.of(open.where(), wanted)), wanted);
        }
        return leaf(guard, wanted);
    }

    private Formula leaf(Condition guard, boolean wanted) {
        if (guard instanceof Condition.Happened happened) {
            return literal(happened(happened.name()), wanted);
        } else if (guard instanceof Condition.LapsedLimit lapsed) {
            return literal(new Atom.Lapsed(lapsed.limit()), wanted);
        } else if (guard instanceof Condition.Running running) {
            return literal(new Atom.Running(running.limit()), wanted);
        } else if (guard instanceof Condition.Holds holds) {
            return holds(holds, wanted);
        } else if (guard instanceof Condition.Present present) {
            return present(present, wanted);
        } else if (guard instanceof Condition.Times times) {
            return times(times, wanted);
        } else if (guard instanceof Condition.Elapsed elapsed) {
            return elapsed(elapsed, wanted);
        } else if (guard instanceof Condition.LateFor late) {
            return new Formula.Unsaid("late: " + late.limit());
        } else if (guard instanceof Condition.ReadingIs reading) {
            return new Formula.Unsaid("reading." + reading.reading());
        } else if (guard instanceof Condition.ParameterIs parameter) {
            return new Formula.Unsaid("parameter." + parameter.parameter());
        }
        return new Formula.Unsaid("in-force");
    }

    private Formula holds(Condition.Holds holds, boolean wanted) {
        var step = holds.step();
        if (step == null) {
            var value = value(holds.attribute());
            return value == null
                    ? new Formula.Unsaid(holds.attribute())
                    : new Formula.Known(holds.values().contains(value) == wanted);
        } else if (step.equals("case")) {
            return literal(new Atom.CaseValue(holds.attribute(), holds.values()), wanted);
        }
        return literal(new Atom.Carries(step, holds.attribute(), holds.values(), insideOf(step)), wanted);
    }

    /** The value that the step being recorded carries, empty if it carries none, or null if events do not tell. */
    private @Nullable String value(String attribute) {
        if (trigger == null || !asked.tells(trigger.type(), attribute)) {
            return null;
        }
        return trigger.values().getOrDefault(attribute, "");
    }

    private Formula present(Condition.Present present, boolean wanted) {
        var attribute = trigger == null ? null : trigger.type().attribute(present.attribute());
        if (attribute != null && !attribute.optional()) {
            return new Formula.Known(wanted);
        }
        var value = attribute == null || attribute.type() != Attribute.Type.CODE ? null : value(present.attribute());
        return value == null
                ? new Formula.Unsaid("present: " + present.attribute())
                : new Formula.Known(value.isEmpty() != wanted);
    }

    /** That it happened is said; how often is not. */
    private Formula times(Condition.Times times, boolean wanted) {
        var once = happened(times.step());
        if (times.atMost() == 0) {
            return literal(once, !wanted);
        } else if (times.atLeast() == 1 && times.atMost() == Integer.MAX_VALUE) {
            return literal(once, wanted);
        }
        var often = new Formula.Unsaid("times: " + times.step());
        return times.atLeast() == 0 ? often : join(List.of(literal(once, wanted), often), wanted);
    }

    /** That both days are known is said; how far they are apart is not. */
    private Formula elapsed(Condition.Elapsed elapsed, boolean wanted) {
        var parts = new ArrayList<Formula>();
        Stream.of(elapsed.from(), elapsed.to())
                .map(Translation::name)
                .filter(Objects::nonNull)
                .forEach(name -> parts.add(literal(happened(name), wanted)));
        parts.add(new Formula.Unsaid("elapsed"));
        return join(parts, wanted);
    }

    private static @Nullable String name(Point point) {
        if (point instanceof Point.Happening happening) {
            return happening.name();
        } else if (point instanceof Point.Stated stated) {
            return stated.step();
        }
        return point instanceof Point.Until until ? until.step() : null;
    }

    private Atom happened(String name) {
        return new Atom.Happened(name, insideOf(name));
    }

    /** The round from inside of which that name is seen: only its own round sees it so. */
    private @Nullable String insideOf(String name) {
        return inside != null && belongs(name, inside) ? inside : null;
    }

    private boolean belongs(String name, String round) {
        var step = definition.step(name);
        var scope = new Scope.Round(round);
        return step != null
                ? step.scope().equals(scope) || round.equals(step.opens())
                : definition.limits().stream()
                        .anyMatch(limit -> limit.scope().equals(scope)
                                && limit.lapse() != null
                                && name.equals(limit.lapse().as()));
    }

    private static Formula literal(Atom atom, boolean wanted) {
        return new Formula.Literal(atom, wanted);
    }

    private static Formula join(List<Formula> parts, boolean all) {
        return all ? new Formula.And(parts) : new Formula.Or(parts);
    }
}
