// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Anchor;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Term;
import org.caseledger.procedure.definition.Within;
import org.jspecify.annotations.Nullable;

/** Finds the ends of one limit in one instance. */
final class Counting {

    private final Situation situation;
    private final @Nullable String country;

    /** @param country of the authority that must act, or null where nobody holds the role */
    private Counting(Situation situation, @Nullable String country) {
        this.situation = situation;
        this.country = country;
    }

    static Counting of(Situation situation, Limit limit) {
        return new Counting(situation, country(situation, limit));
    }

    @Nullable
    String country() {
        return country;
    }

    /** A named occurrence that a limit is counted from. */
    record Anchored(String name, Occurrence occurrence) {}

    /** The limit as it starts from what has happened, or null while its anchor is missing. */
    @Nullable
    LimitMark start(Limit limit) {
        for (int i = 0; i < limit.end().size(); i++) {
            var alternative = limit.end().get(i);
            if (situation.holds(alternative.when())) {
                var anchor = anchor(alternative.term());
                return anchor == null ? null : mark(anchor, end(alternative.term(), this::day), i, LimitMark.NO_VERB);
            }
        }
        return null;
    }

    /** The limit with a new anchor and its full period. */
    @Nullable
    LimitMark restart(Limit limit, String name, int verb) {
        var anchor = situation.newest(name);
        for (int i = 0; anchor != null && i < limit.end().size(); i++) {
            var alternative = limit.end().get(i);
            if (situation.holds(alternative.when())) {
                return mark(new Anchored(name, anchor), end(alternative.term(), anchor.on()), i, verb);
            }
        }
        return null;
    }

    /** The end that a term gives from an anchor, or null where it gives none. */
    Calendar.@Nullable End end(Term term, LocalDate anchor) {
        return end(term, from -> anchor);
    }

    private Calendar.@Nullable End end(Term term, Function<Anchor, @Nullable LocalDate> anchor) {
        if (term instanceof Term.Counted counted) {
            var from = anchor.apply(counted.from());
            return counted.within() instanceof Within.NoTime || from == null
                    ? null
                    : calendar().end(from, Unbuilt.period(counted.within()), country);
        } else if (term instanceof Term.Stated stated) {
            return stated(stated);
        } else if (term instanceof Term.EarliestOf earliest) {
            return ends(earliest.of(), anchor).min(byDay()).orElse(null);
        }
        return ends(Unbuilt.latestOf(term).of(), anchor).max(byDay()).orElse(null);
    }

    Calendar.End later(LocalDate end, Period by) {
        return calendar().end(end, by, country);
    }

    private Calendar calendar() {
        return situation.program().calendar();
    }

    private static LimitMark mark(Anchored anchor, Calendar.@Nullable End end, int alternative, int verb) {
        return LimitMark.started(
                anchor.name(),
                anchor.occurrence(),
                end == null ? null : end.day(),
                end == null || end.certain(),
                alternative,
                verb);
    }

    private @Nullable LocalDate day(Anchor from) {
        var anchor = anchor(from);
        return anchor == null ? null : anchor.occurrence().on();
    }

    private @Nullable Anchored anchor(Term term) {
        if (term instanceof Term.Counted counted) {
            return anchor(counted.from());
        } else if (term instanceof Term.EarliestOf earliest) {
            return anyAnchor(earliest.of());
        } else if (term instanceof Term.LatestOf latest) {
            return anyAnchor(latest.of());
        }
        return anchored(Unbuilt.stated(term).step());
    }

    private @Nullable Anchored anyAnchor(List<Term> terms) {
        return terms.stream()
                .map(this::anchor)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Anchored anchor(Anchor from) {
        if (from instanceof Anchor.FirstListedOf listed) {
            return anchors(listed.points()).findFirst().orElse(null);
        } else if (from instanceof Anchor.EarliestOf earliest) {
            return anchors(earliest.points())
                    .min(Comparator.comparing(anchor -> anchor.occurrence().on()))
                    .orElse(null);
        }
        return null;
    }

    private Stream<Anchored> anchors(List<Point> points) {
        return points.stream().map(Unbuilt::name).map(this::anchored).filter(Objects::nonNull);
    }

    private @Nullable Anchored anchored(String name) {
        var occurrence = situation.first(name);
        return occurrence == null ? null : new Anchored(name, occurrence);
    }

    private Stream<Calendar.End> ends(List<Term> terms, Function<Anchor, @Nullable LocalDate> anchor) {
        return terms.stream().map(term -> end(term, anchor)).filter(Objects::nonNull);
    }

    private Calendar.@Nullable End stated(Term.Stated stated) {
        var occurrence = situation.newest(stated.step());
        var day = occurrence == null ? null : occurrence.attributes().get(stated.attribute());
        try {
            return day == null ? null : new Calendar.End(LocalDate.parse(day), true);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Comparator<Calendar.End> byDay() {
        return Comparator.comparing(Calendar.End::day);
    }

    private static @Nullable String country(Situation situation, Limit limit) {
        var key = situation.frame().key();
        if (key.isMember()) {
            return key.instance().substring(0, 2);
        }
        return situation.roles().holders(limit.by()).stream()
                .findFirst()
                .map(authority -> authority.substring(0, 2))
                .orElse(null);
    }
}
