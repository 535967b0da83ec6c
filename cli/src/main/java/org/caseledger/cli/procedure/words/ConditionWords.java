// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.caseledger.procedure.definition.Condition;
import org.jspecify.annotations.Nullable;

/** Says what a guard asks. */
final class ConditionWords {
    private static final String CASE = "case";
    private static final Map<Condition.Elapsed.Comparison, String> COMPARISONS = Map.of(
            Condition.Elapsed.Comparison.MORE_THAN, "more than",
            Condition.Elapsed.Comparison.AT_LEAST, "at least",
            Condition.Elapsed.Comparison.AT_MOST, "at most",
            Condition.Elapsed.Comparison.LESS_THAN, "less than");

    private ConditionWords() {}

    /** @param own the step that is being recorded, or null where none is */
    static Clause of(Condition condition, @Nullable String own) {
        return of(condition, own, true);
    }

    private static Clause of(Condition condition, @Nullable String own, boolean yes) {
        if (condition instanceof Condition.Not not) {
            return of(not.of(), own, !yes);
        } else if (condition instanceof Condition.Any any) {
            return several(any.of(), own, yes, yes ? Clause.Join.ANY : Clause.Join.ALL);
        } else if (condition instanceof Condition.All all) {
            return several(all.of(), own, yes, yes ? Clause.Join.ALL : Clause.Join.ANY);
        } else if (condition instanceof Condition.AnyOpen open) {
            return anyOpen(open, own, yes);
        } else if (condition instanceof Condition.ForEach each) {
            String about = yes ? "for every " + each.role() : "not for every " + each.role();
            return Clause.about(about, of(each.is(), own, true));
        }
        return Clause.leaf(leaf(condition, own, yes));
    }

    private static Clause several(List<Condition> of, @Nullable String own, boolean yes, Clause.Join join) {
        boolean anyOrNone = join == (yes ? Clause.Join.ANY : Clause.Join.ALL);
        if (anyOrNone && of.size() > 1 && of.stream().allMatch(Condition.Happened.class::isInstance)) {
            return Clause.leaf(happened(of, yes));
        }
        return Clause.of(join, of.stream().map(part -> of(part, own, yes)).toList());
    }

    /** Of several names, any has happened, or none. */
    private static String happened(List<Condition> of, boolean yes) {
        List<String> names =
                of.stream().map(part -> ((Condition.Happened) part).name()).toList();
        return yes ? Spell.or(names) + " has happened" : "none of " + Spell.and(names) + " has happened";
    }

    private static Clause anyOpen(Condition.AnyOpen open, @Nullable String own, boolean yes) {
        boolean alone = open.where() instanceof Condition.All all && all.of().isEmpty();
        String about = (yes ? "a round " : "no round ") + open.round() + " is open";
        return alone ? Clause.leaf(about) : Clause.about(about + " in which", of(open.where(), own, true));
    }

    private static String leaf(Condition condition, @Nullable String own, boolean yes) {
        String is = yes ? " is " : " is not ";
        if (condition instanceof Condition.Happened happened) {
            return happened.name() + (yes ? " has happened" : " has not happened");
        } else if (condition instanceof Condition.Holds holds) {
            return subject(holds, own) + is + values(holds.values());
        } else if (condition instanceof Condition.LapsedLimit lapsed) {
            return "the limit " + lapsed.limit() + (yes ? " has passed unmet" : " has not passed unmet");
        } else if (condition instanceof Condition.Running running) {
            return "the limit " + running.limit() + (yes ? " is running" : " is not running");
        } else if (condition instanceof Condition.LateFor late) {
            return "it comes " + (yes ? "after" : "no later than") + " the end of the limit " + late.limit();
        } else if (condition instanceof Condition.ReadingIs reading) {
            return "the reading " + reading.reading() + is + values(reading.options());
        } else if (condition instanceof Condition.ParameterIs parameter) {
            return "the parameter " + parameter.parameter() + is + values(parameter.values());
        } else if (condition instanceof Condition.Present present) {
            return (own == null ? "" : own + ".") + present.attribute() + is + "given";
        } else if (condition instanceof Condition.Times times) {
            return times(times, yes);
        } else if (condition instanceof Condition.Elapsed elapsed) {
            return (yes ? "" : "not: ") + elapsed(elapsed);
        }
        return (yes ? "" : "not: ") + inForce((Condition.InForce) condition);
    }

    private static String subject(Condition.Holds holds, @Nullable String own) {
        String step = holds.step() == null ? own : holds.step();
        return step == null || step.equals(CASE) ? "the case's " + holds.attribute() : step + "." + holds.attribute();
    }

    private static String values(Collection<String> values) {
        return Spell.or(List.copyOf(new TreeSet<>(values)));
    }

    private static String times(Condition.Times times, boolean yes) {
        String most = times.atMost() == Integer.MAX_VALUE ? "" : "at most " + Spell.count(times.atMost(), "time");
        String least = times.atLeast() == 0 ? "" : "at least " + Spell.count(times.atLeast(), "time");
        return times.step()
                + (yes ? " has happened " : " has not happened ")
                + least
                + (least.isEmpty() || most.isEmpty() ? "" : " and ")
                + most;
    }

    private static String elapsed(Condition.Elapsed elapsed) {
        String from = TermWords.point(elapsed.from());
        String to = TermWords.point(elapsed.to());
        String period = TermWords.within(elapsed.within());
        if (period.equals("0 days")) {
            return to
                    + switch (elapsed.comparison()) {
                        case MORE_THAN -> " is after ";
                        case AT_LEAST -> " is not before ";
                        case AT_MOST -> " is not after ";
                        case LESS_THAN -> " is before ";
                    }
                    + from;
        }
        return to + " is " + COMPARISONS.get(elapsed.comparison()) + " " + period + " after " + from;
    }

    private static String inForce(Condition.InForce in) {
        return "the day lies"
                + (in.from() == null ? "" : " on " + in.from() + " or later")
                + (in.from() == null || in.until() == null ? "" : " and")
                + (in.until() == null ? "" : " on " + in.until() + " or earlier");
    }
}
