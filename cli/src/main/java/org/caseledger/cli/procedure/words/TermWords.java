// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import java.util.List;
import org.caseledger.procedure.definition.Anchor;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Term;
import org.caseledger.procedure.definition.Within;

/** Says how an end is found. */
final class TermWords {
    private TermWords() {}

    static String of(Term term) {
        if (term instanceof Term.Counted counted) {
            return counted(counted);
        } else if (term instanceof Term.Stated stated) {
            return "the day given in " + stated.step() + "." + stated.attribute();
        } else if (term instanceof Term.EndOf end) {
            return "the end of the limit " + end.limit();
        } else if (term instanceof Term.EarliestOf earliest) {
            return "the earliest of (" + several(earliest.of()) + ")";
        }
        return "the latest of (" + several(((Term.LatestOf) term).of()) + ")";
    }

    static String within(Within within) {
        if (within instanceof Within.Dates dates) {
            return Spell.period(dates.period());
        } else if (within instanceof Within.WorkingDays days) {
            return Spell.count(days.number(), "working day");
        } else if (within instanceof Within.Hours hours) {
            return Spell.count(hours.number(), "hour");
        } else if (within instanceof Within.Parameter parameter) {
            return "the " + parameter.name() + " (a parameter)";
        } else if (within instanceof Within.Stated stated) {
            return "the period given in " + stated.step() + "." + stated.attribute();
        } else if (within instanceof Within.Delay delay) {
            return "the days by which it came late for " + delay.limit();
        }
        return "no fixed time";
    }

    /** A day that rules speak of. */
    static String point(Point point) {
        if (point instanceof Point.Happening happening) {
            return happening.name();
        } else if (point instanceof Point.Stated stated) {
            return "the day given in " + stated.step() + "." + stated.attribute();
        } else if (point instanceof Point.Until until) {
            return "the last day of " + until.step();
        } else if (point instanceof Point.EndOf end) {
            return "the end of the limit " + end.limit();
        }
        return "this step";
    }

    private static String counted(Term.Counted counted) {
        String from = anchor(counted.from());
        return counted.within() instanceof Within.NoTime
                ? "without a fixed end, from " + from
                : within(counted.within()) + " after " + from;
    }

    private static String anchor(Anchor anchor) {
        if (anchor instanceof Anchor.FirstListedOf listed) {
            List<String> points = points(listed.points());
            return points.size() == 1
                    ? points.get(0)
                    : points.get(0) + " (if there is none: " + String.join(", else ", points.subList(1, points.size()))
                            + ")";
        } else if (anchor instanceof Anchor.EarliestOf earliest) {
            return "the earliest of " + Spell.and(points(earliest.points()));
        } else if (anchor instanceof Anchor.LatestOf latest) {
            return "the latest of " + Spell.and(points(latest.points()));
        }
        return "the day from which it is counted already";
    }

    private static List<String> points(List<Point> points) {
        return points.stream().map(TermWords::point).toList();
    }

    private static String several(List<Term> terms) {
        return String.join("; ", terms.stream().map(TermWords::of).toList());
    }
}
