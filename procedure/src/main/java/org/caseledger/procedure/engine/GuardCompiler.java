// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.List;
import org.caseledger.procedure.definition.Condition;
import org.jspecify.annotations.Nullable;

/** Arranges conditions for asking: every name is looked up once. */
final class GuardCompiler {

    private final Vocables names;
    private final Points points;
    private final boolean byDayAlone;

    GuardCompiler(Vocables names) {
        this(names, false);
    }

    private GuardCompiler(Vocables names, boolean byDayAlone) {
        this.names = names;
        this.points = new Points(names);
        this.byDayAlone = byDayAlone;
    }

    /** For the guards under which steps meet limits: on these it depends for what a step is late. */
    GuardCompiler ofMeetings() {
        return new GuardCompiler(names, true);
    }

    Guard optional(@Nullable Condition condition) {
        return condition == null ? Guard.ALWAYS : compile(condition);
    }

    Guard compile(Condition condition) {
        if (condition instanceof Condition.Happened happened) {
            var name = names.happening(happened.name());
            return situation -> situation.newest(name) != null;
        } else if (condition instanceof Condition.Holds holds) {
            return holds(holds);
        } else if (condition instanceof Condition.Present present) {
            return situation -> situation.trigger() != null
                    && situation.trigger().attributes().containsKey(present.attribute());
        } else if (condition instanceof Condition.Any any) {
            return any(all(any.of()));
        } else if (condition instanceof Condition.All every) {
            return every(all(every.of()));
        } else if (condition instanceof Condition.Not not) {
            var inner = compile(not.of());
            return situation -> !inner.holds(situation);
        } else if (condition instanceof Condition.Times times) {
            return times(times);
        } else if (condition instanceof Condition.Elapsed elapsed) {
            return new Elapse(elapsed, points);
        } else if (condition instanceof Condition.InForce force) {
            return situation -> inForce(force, situation);
        }
        return ofTheCase(condition);
    }

    private Guard ofTheCase(Condition condition) {
        if (condition instanceof Condition.LapsedLimit lapsed) {
            var limit = names.limitIndex(lapsed.limit());
            return situation -> hasLapsed(situation.program().limits().get(limit), situation);
        } else if (condition instanceof Condition.Running running) {
            var limit = names.limitIndex(running.limit());
            return situation -> runs(situation.program().limits().get(limit), situation);
        } else if (condition instanceof Condition.LateFor late) {
            var limit = names.limitIndex(late.limit());
            return byDayAlone
                    ? situation -> situation.play().lateness().byDay(limit) != LateDays.NONE
                    : situation -> situation.play().lateness().of(limit) != LateDays.NONE;
        } else if (condition instanceof Condition.ReadingIs reading) {
            return of(reading);
        } else if (condition instanceof Condition.ParameterIs parameter) {
            var name = parameter.parameter();
            var values = parameter.values().toArray(String[]::new);
            return situation -> has(
                    values, situation.program().parameter(name).row(situation).value());
        } else if (condition instanceof Condition.AnyOpen open) {
            return anyOpen(names.scope(open.round()), compile(open.where()));
        }
        var each = (Condition.ForEach) condition;
        return forEach(each.role(), names.scope("@" + each.role()), compile(each.is()));
    }

    private static Guard of(Condition.ReadingIs reading) {
        return situation ->
                reading.options().contains(situation.play().readings().option(reading.reading()));
    }

    private List<Guard> all(List<Condition> conditions) {
        var guards = new ArrayList<Guard>();
        conditions.forEach(condition -> guards.add(compile(condition)));
        return guards;
    }

    private static Guard any(List<Guard> guards) {
        var parts = guards.toArray(Guard[]::new);
        return situation -> {
            for (var part : parts) {
                if (part.holds(situation)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Guard every(List<Guard> guards) {
        var parts = guards.toArray(Guard[]::new);
        return situation -> {
            for (var part : parts) {
                if (!part.holds(situation)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Guard holds(Condition.Holds holds) {
        var attribute = holds.attribute();
        var values = holds.values().toArray(String[]::new);
        if (holds.step() == null) {
            return situation -> situation.trigger() != null
                    && has(values, situation.trigger().attributes().get(attribute));
        } else if (holds.step().equals(Program.CASE)) {
            var number = names.attribute(attribute);
            return situation -> has(values, situation.program().value(situation.marking(), number));
        }
        var step = names.happening(holds.step());
        return situation -> {
            var newest = situation.newest(step);
            return newest != null && has(values, newest.attributes().get(attribute));
        };
    }

    private Guard times(Condition.Times times) {
        var step = names.happening(times.step());
        return situation -> {
            var count = situation.times(step);
            return count >= times.atLeast() && count <= times.atMost();
        };
    }

    private static Guard anyOpen(ScopeRule round, Guard where) {
        return situation -> {
            for (var frame : situation.marking().of(round).frames()) {
                if (frame.open() && where.holds(situation.in(frame))) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Guard forEach(String role, ScopeRule scope, Guard is) {
        return situation -> {
            var holders = situation.play().roles().holders(role);
            for (var authority : holders) {
                var frame = situation.marking().of(scope).member(authority);
                // Of a role that nothing belongs to each of there are no instances.
                if (!is.holds(situation.in(frame == null ? new Frame(scope, 1, authority) : frame))) {
                    return false;
                }
            }
            return !holders.isEmpty();
        };
    }

    private static boolean hasLapsed(LimitRule limit, Situation situation) {
        var inside = limit.scope().isCase() ? null : situation.inside(limit.scope());
        if (inside == null) {
            return situation.marking().lapsed().get(limit.index());
        }
        var mark = inside.limit(limit);
        return mark != null && mark.newestPassed() != null;
    }

    private static boolean runs(LimitRule limit, Situation situation) {
        var inside = situation.inside(limit.scope());
        if (inside != null) {
            var mark = inside.limit(limit);
            return mark != null && mark.running();
        }
        for (var frame : situation.marking().of(limit.scope()).frames()) {
            var mark = frame.limit(limit);
            if (mark != null && mark.running()) {
                return true;
            }
        }
        return false;
    }

    private static boolean inForce(Condition.InForce force, Situation situation) {
        var day = situation.asked();
        return day != null
                && (force.from() == null || !day.isBefore(force.from()))
                && (force.until() == null || !day.isAfter(force.until()));
    }

    /** Of a few words; an array is the quickest to go through. */
    private static boolean has(String[] values, @Nullable String wanted) {
        for (var value : values) {
            if (value.equals(wanted)) {
                return true;
            }
        }
        return false;
    }
}
