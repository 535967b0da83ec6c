// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.caseledger.procedure.definition.Anchor;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Term;
import org.jspecify.annotations.Nullable;

/** Arranges the days that rules speak of for finding: every name is looked up once. */
final class Points {

    private final Vocables names;

    Points(Vocables names) {
        this.names = names;
    }

    PointRule compile(Point point) {
        if (point instanceof Point.Happening happening) {
            return happening(happening.name());
        } else if (point instanceof Point.Stated stated) {
            return stated(stated.step(), stated.attribute());
        } else if (point instanceof Point.Until until) {
            return until(until.step());
        }
        return point instanceof Point.EndOf end ? endOf(end.limit()) : (situation, first) -> current(situation);
    }

    AnchorRule compile(Anchor anchor) {
        if (anchor instanceof Anchor.FirstListedOf listed) {
            return new AnchorRule(AnchorRule.Choice.FIRST_LISTED, all(listed.points()));
        } else if (anchor instanceof Anchor.EarliestOf earliest) {
            return new AnchorRule(AnchorRule.Choice.EARLIEST, all(earliest.points()));
        } else if (anchor instanceof Anchor.LatestOf latest) {
            return new AnchorRule(AnchorRule.Choice.LATEST, all(latest.points()));
        }
        return AnchorRule.SAME;
    }

    TermRule compile(Term term) {
        if (term instanceof Term.Counted counted) {
            return new TermRule.Counted(compile(counted.from()), counted.within());
        } else if (term instanceof Term.Stated stated) {
            return new TermRule.Stated(stated(stated.step(), stated.attribute()), happening(stated.step()));
        } else if (term instanceof Term.EndOf end) {
            return new TermRule.EndOf(endOf(end.limit()));
        } else if (term instanceof Term.EarliestOf earliest) {
            return new TermRule.OneOf(false, terms(earliest.of()));
        }
        return new TermRule.OneOf(true, terms(((Term.LatestOf) term).of()));
    }

    private List<PointRule> all(List<Point> points) {
        return points.stream().map(this::compile).toList();
    }

    private List<TermRule> terms(List<Term> terms) {
        return terms.stream().map(this::compile).toList();
    }

    private PointRule happening(String step) {
        var name = names.happening(step);
        return (situation, first) -> {
            var occurrence = first ? situation.first(name) : situation.newest(name);
            return occurrence == null ? null : Anchored.of(name.name(), occurrence);
        };
    }

    private PointRule stated(String step, String attribute) {
        var name = names.happening(step);
        var told = step + "." + attribute;
        return (situation, first) -> {
            var newest = situation.newest(name);
            var day = newest == null ? null : date(newest.attributes().get(attribute));
            return newest == null || day == null ? null : new Anchored(told, newest.command(), day, null);
        };
    }

    private PointRule until(String step) {
        var name = names.happening(step);
        var told = "the last day of " + step;
        return (situation, first) -> {
            var newest = situation.newest(name);
            return newest == null || newest.until() == null
                    ? null
                    : new Anchored(told, newest.command(), newest.until(), null);
        };
    }

    private PointRule endOf(String limit) {
        var index = names.limitIndex(limit);
        var told = "the end of " + limit;
        return (situation, first) ->
                situation.endOf(situation.program().limits().get(index), told);
    }

    private static @Nullable Anchored current(Situation situation) {
        var day = situation.today();
        var trigger = situation.trigger();
        if (day == null) {
            return null;
        }
        return trigger == null
                ? new Anchored("the lapse", null, day, null)
                : new Anchored(trigger.step(), trigger.command(), day, trigger.occurredAt());
    }

    /** The date that a value writes, or null where there is none. */
    private static @Nullable LocalDate date(@Nullable String value) {
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException noDate) {
            return null;
        }
    }
}
