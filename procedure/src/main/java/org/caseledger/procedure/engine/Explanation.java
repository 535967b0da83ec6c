// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Term;
import org.caseledger.procedure.definition.Verb;
import org.caseledger.procedure.definition.Within;
import org.jspecify.annotations.Nullable;

/** Says in words how an end was counted and why a change had no effect. */
final class Explanation {

    private Explanation() {}

    /** Anchor and counting of a limit. */
    static String counting(Limit limit, LimitMark mark) {
        var words = new StringBuilder(term(limit, mark));
        words.append(" from ").append(mark.anchorName()).append(" of ").append(mark.anchorOn());
        if (mark.end() != null) {
            words.append(", the day itself not counted, until 24:00 of ").append(mark.end());
        }
        if (!mark.certain()) {
            words.append("; the calendar lacks holidays of that year or State, so a holiday may move the end");
        }
        return words.toString();
    }

    /** Why a change cannot have an effect, or null if it can. */
    static @Nullable String obstacle(LimitMark mark, Verb verb, Situation situation, LocalDate day) {
        if (mark.lapsedOn() != null) {
            return "the limit had lapsed before";
        } else if (mark.releasedOn() != null) {
            return "the limit had been released before";
        } else if (mark.metOn() != null) {
            return "the limit had been met before";
        } else if (!situation.holds(verb.when())) {
            return "its condition does not hold";
        } else if (verb instanceof Verb.Revise revise && revise.byEnd() && isPast(mark, day)) {
            return "it came after the end";
        }
        return null;
    }

    private static boolean isPast(LimitMark mark, LocalDate day) {
        return mark.end() != null && day.isAfter(mark.end());
    }

    private static String term(Limit limit, LimitMark mark) {
        if (mark.verb() != LimitMark.NO_VERB) {
            var verb = limit.verbs().get(mark.verb());
            if (verb instanceof Verb.Revise revise) {
                return "revised by " + by(verb) + ": " + words(revise.end());
            } else if (verb instanceof Verb.Extend extend) {
                return "extended by " + by(verb) + ": " + words(Unbuilt.period(extend.by()))
                        + " more than before, counted";
            } else if (verb instanceof Verb.Restart) {
                return "restarted by " + by(verb) + ": "
                        + words(limit.end().get(mark.alternative()).term());
            }
        }
        return words(limit.end().get(mark.alternative()).term());
    }

    private static String by(Verb verb) {
        return String.join(" or ", verb.after());
    }

    private static String words(Term term) {
        if (term instanceof Term.Counted counted) {
            return counted.within() instanceof Within.NoTime
                    ? "without an end"
                    : words(Unbuilt.period(counted.within()));
        } else if (term instanceof Term.Stated stated) {
            return "the date stated in " + stated.step() + "." + stated.attribute();
        } else if (term instanceof Term.EarliestOf earliest) {
            return "the earliest of " + words(earliest.of());
        }
        return "the latest of " + words(Unbuilt.latestOf(term).of());
    }

    private static String words(List<Term> terms) {
        return String.join(" and ", terms.stream().map(Explanation::words).toList());
    }

    private static String words(Period period) {
        var parts = new ArrayList<String>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        var days = period.getDays();
        var weeks = days % 7 == 0 ? days / 7 : 0;
        add(parts, weeks, "week");
        add(parts, days - 7 * weeks, "day");
        return String.join(" and ", parts);
    }

    private static void add(List<String> parts, int number, String unit) {
        if (number != 0) {
            parts.add(number + " " + unit + (number == 1 ? "" : "s"));
        }
    }
}
