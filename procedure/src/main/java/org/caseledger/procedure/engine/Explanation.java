// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.procedure.definition.Term;
import org.caseledger.procedure.definition.Verb;
import org.caseledger.procedure.definition.Within;

/** Says in words how an end was counted. */
final class Explanation {

    private Explanation() {}

    /** Anchor and counting of a limit. */
    static String counting(LimitRule limit, LimitMark mark) {
        var words = new StringBuilder(term(limit, mark));
        if (mark.verb() != LimitMark.NO_VERB || !isEnd(term(limit, mark.alternative()))) {
            words.append(" from ").append(mark.anchor().name()).append(" of ");
            words.append(
                    mark.anchor().at() == null
                            ? mark.anchor().on()
                            : mark.anchor().at());
        }
        if (mark.endAt() != null) {
            words.append(", until ").append(mark.endAt());
        } else if (mark.end() != null) {
            words.append(", the day itself not counted, until 24:00 of ").append(mark.end());
        }
        if (mark.pausedDays() > 0) {
            words.append("; pauses gave ").append(number(mark.pausedDays(), "day"));
        }
        if (mark.isLast()) {
            words.append("; it does not begin again");
        }
        if (mark.reach().inDays()) {
            words.append("; the hour of the anchor is not recorded, so that its hours are counted as days");
        }
        if (!mark.reach().certain()) {
            words.append("; the calendar lacks holidays of that year or State, so a holiday may move the end");
        }
        return words.toString();
    }

    private static String term(LimitRule limit, LimitMark mark) {
        var own = words(term(limit, mark.alternative()));
        if (mark.verb() == LimitMark.NO_VERB) {
            return own;
        }
        var verb = limit.verbs().get(mark.verb()).verb();
        var by = String.join(" or ", verb.after());
        if (verb instanceof Verb.Revise revise) {
            return "revised by " + by + ": " + words(revise.end());
        } else if (verb instanceof Verb.Extend extend) {
            return "extended by " + by + ": " + words(extend.by()) + " more than before, counted";
        }
        return "restarted by " + by + ": " + own;
    }

    private static Term term(LimitRule limit, int alternative) {
        return limit.alternatives().get(alternative).content().term();
    }

    /** Whether it is an end of other limits, which its words name already. */
    private static boolean isEnd(Term term) {
        if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().allMatch(Explanation::isEnd);
        } else if (term instanceof Term.LatestOf latest) {
            return latest.of().stream().allMatch(Explanation::isEnd);
        }
        return term instanceof Term.EndOf;
    }

    private static String words(Term term) {
        if (term instanceof Term.Counted counted) {
            return words(counted.within());
        } else if (term instanceof Term.Stated stated) {
            return "the date stated in " + stated.step() + "." + stated.attribute();
        } else if (term instanceof Term.EndOf end) {
            return "the end of " + end.limit();
        } else if (term instanceof Term.EarliestOf earliest) {
            return "the earliest of " + words(earliest.of());
        }
        return "the latest of " + words(((Term.LatestOf) term).of());
    }

    private static String words(List<Term> terms) {
        return String.join(" and ", terms.stream().map(Explanation::words).toList());
    }

    private static String words(Within within) {
        if (within instanceof Within.Dates dates) {
            return words(dates.period());
        } else if (within instanceof Within.WorkingDays days) {
            return number(days.number(), "working day");
        } else if (within instanceof Within.Hours hours) {
            return number(hours.number(), "hour");
        } else if (within instanceof Within.Parameter parameter) {
            return "the period of " + parameter.name();
        } else if (within instanceof Within.Stated stated) {
            return "the period stated in " + stated.step() + "." + stated.attribute();
        } else if (within instanceof Within.Delay delay) {
            return "the days late for " + delay.limit();
        }
        return "without an end";
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
            parts.add(number(number, unit));
        }
    }

    private static String number(int number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
