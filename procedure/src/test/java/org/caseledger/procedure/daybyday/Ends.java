// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Anchor;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.Term;
import org.caseledger.procedure.definition.Within;
import org.jspecify.annotations.Nullable;

/** Counts the ends of limits. */
final class Ends {

    /**
     * How points are taken.
     *
     * @param same what the limit is counted from already, or null where it does not run
     * @param instead what stands for every anchor, or null
     * @param inVerb whether names mean the newest that counts
     */
    record Taken(Clock.@Nullable From same, Clock.@Nullable From instead, boolean inVerb) {
        static final Taken AT_START = new Taken(null, null, false);

        /** Whether it is a verb that gives the end, so that its day is asked for. */
        boolean isOfVerb() {
            return inVerb && instead == null;
        }
    }

    /** An end at an hour comes before the one at the end of that day. */
    private static final Comparator<Clock.End> IN_TIME = Comparator.<Clock.End, LocalDate>comparing(
                    one -> Objects.requireNonNull(one.day()))
            .thenComparing(one -> one.at() == null ? null : one.at().toInstant(), nullsLast(naturalOrder()));

    private final History history;

    Ends(History history) {
        this.history = history;
    }

    /** The end under the first alternative whose guard holds, or null if it gives none. */
    Clock.@Nullable End of(Limit limit, Guards.Asked asked, Taken taken) {
        for (var alternative : limit.end()) {
            var end = end(limit, alternative.term(), asked, taken);
            var onDay = asked.onDay(end == null ? null : end.from().day());
            if (history.guards.holds(alternative.when(), onDay)) {
                return end;
            }
        }
        return null;
    }

    Clock.@Nullable End end(Limit limit, Term term, Guards.Asked asked, Taken taken) {
        if (term instanceof Term.Counted counted) {
            var from = from(counted.from(), asked, taken);
            var onDay = from == null || taken.isOfVerb() ? asked : asked.onDay(from.day());
            return from == null ? null : count(limit, from, counted.within(), onDay);
        } else if (term instanceof Term.Stated stated) {
            return stated(stated, asked, taken);
        } else if (term instanceof Term.EndOf endOf) {
            var day = history.guards.newestDay(new Point.EndOf(endOf.limit()), asked);
            return day == null
                    ? null
                    : new Clock.End(day.day(), day.at(), taken.instead() == null ? day : taken.instead());
        }
        var latest = term instanceof Term.LatestOf;
        var terms = latest ? ((Term.LatestOf) term).of() : ((Term.EarliestOf) term).of();
        var ends = terms.stream()
                .flatMap(one -> Stream.ofNullable(end(limit, one, asked, taken)))
                .toList();
        if (ends.isEmpty()) {
            return null;
        }
        return ends.stream()
                .filter(one -> one.day() != null)
                .min(latest ? IN_TIME.reversed() : IN_TIME)
                .orElse(ends.get(0));
    }

    /** The date that the newest step carries; without one, no end. It is counted from the first such step. */
    private Clock.@Nullable End stated(Term.Stated stated, Guards.Asked asked, Taken taken) {
        var happening = new Point.Happening(stated.step());
        var newest = history.guards.newestDay(happening, asked);
        if (newest == null) {
            return null;
        }
        var day = history.guards.newestDay(new Point.Stated(stated.step(), stated.attribute()), asked);
        var first = history.guards.firstDay(happening, asked);
        var from = taken.instead() != null ? taken.instead() : first != null ? first : newest;
        return new Clock.End(day == null ? null : day.day(), null, from);
    }

    private Clock.@Nullable From from(Anchor anchor, Guards.Asked asked, Taken taken) {
        if (taken.instead() != null) {
            return taken.instead();
        } else if (anchor instanceof Anchor.Same) {
            return taken.same();
        } else if (anchor instanceof Anchor.FirstListedOf listed) {
            return known(listed.points(), asked, taken).findFirst().orElse(null);
        } else if (anchor instanceof Anchor.EarliestOf earliest) {
            return known(earliest.points(), asked, taken)
                    .min(Comparator.comparing(Clock.From::day))
                    .orElse(null);
        }
        return known(((Anchor.LatestOf) anchor).points(), asked, taken)
                .reduce((a, b) -> b.day().isAfter(a.day()) ? b : a)
                .orElse(null);
    }

    private Stream<Clock.From> known(List<Point> points, Guards.Asked asked, Taken taken) {
        return points.stream()
                .flatMap(point -> Stream.ofNullable(
                        taken.inVerb()
                                ? history.guards.newestDay(point, asked)
                                : history.guards.firstDay(point, asked)));
    }

    private Clock.@Nullable End count(Limit limit, Clock.From from, Within within, Guards.Asked asked) {
        var calendar = calendar(limit);
        var country = country(limit, asked);
        if (within instanceof Within.Parameter parameter) {
            var value = history.parameter(parameter.name(), asked).within();
            return count(limit, from, Objects.requireNonNull(value), asked);
        } else if (within instanceof Within.Dates dates) {
            return new Clock.End(
                    calendar.end(from.day(), dates.period(), country).day(), null, from);
        } else if (within instanceof Within.WorkingDays days) {
            return new Clock.End(
                    calendar.workingDays(from.day(), days.number(), country).day(), null, from);
        } else if (within instanceof Within.Hours hours) {
            return hours(calendar, from, from.at(), hours.number(), country);
        } else if (within instanceof Within.Stated stated) {
            var newest = history.guards.newest(stated.step(), asked.from());
            var text = newest == null || newest.step == null
                    ? null
                    : newest.step.attributes().get(stated.attribute());
            return text == null
                    ? new Clock.End(null, null, from)
                    : new Clock.End(
                            calendar.end(from.day(), Period.parse(text), country)
                                    .day(),
                            null,
                            from);
        }
        return new Clock.End(null, null, from);
    }

    private static Clock.End hours(
            Calendar calendar, Clock.From from, @Nullable OffsetDateTime at, int number, @Nullable String country) {
        if (at == null) {
            var days = Period.ofDays((number + 23) / 24);
            return new Clock.End(calendar.end(from.day(), days, country).day(), null, from);
        }
        var end = calendar.hours(at, number, country).at();
        return new Clock.End(end.toLocalDate(), end, from);
    }

    Calendar calendar(Limit limit) {
        var id = limit.calendar() == null ? history.definition.calendar() : limit.calendar();
        return Objects.requireNonNull(history.calendars.get(id));
    }

    /** The member's own country, else that of the first holder of the role whose country counts. */
    @Nullable
    String country(Limit limit, Guards.Asked asked) {
        var own = limit.scope() instanceof Scope.Each each && each.role().equals(limit.countryOf());
        var member = own ? asked.from().member(limit.countryOf()) : null;
        if (member != null) {
            return member.substring(0, 2);
        }
        var holders = history.roles.holders(limit.countryOf());
        return holders.isEmpty() ? null : holders.get(0).substring(0, 2);
    }
}
