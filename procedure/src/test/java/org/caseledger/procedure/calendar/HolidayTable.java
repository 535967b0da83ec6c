// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import static java.util.stream.Collectors.toCollection;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes days in the calendar's form: what falls on the same date for years as a span of years, what moves with Easter
 * as the name of a list, the rest one by one. Nothing is lost: {@link Holidays} read from it contains exactly the days.
 */
final class HolidayTable {

    private static final int SHORTEST_SPAN = 3;

    private final SortedMap<String, List<LocalDate>> feasts;
    private final ObjectNode moving = JsonNodeFactory.instance.objectNode();
    private final ObjectNode holidays = JsonNodeFactory.instance.objectNode();

    HolidayTable(int firstYear, int lastYear) {
        feasts = Easter.feasts(firstYear, lastYear);
    }

    void add(State state, NavigableSet<LocalDate> days) {
        var json = holidays.putObject(state.name());
        var left = new TreeSet<>(days);
        var yearly = json.putObject("yearly");
        byDate(days).forEach((date, years) -> longestSpan(years).ifPresent(span -> {
            yearly.putArray(date.toString()).add(span.first()).add(span.last());
            left.removeIf(day ->
                    MonthDay.from(day).equals(date) && day.getYear() >= span.first() && day.getYear() <= span.last());
        }));
        var kept = json.putObject("moving");
        feasts.forEach((name, feast) -> keptYears(days, feast, left).ifPresent(span -> {
            kept.putArray(name).add(span.first()).add(span.last());
            left.removeIf(day -> feast.contains(day) && span.contain(day));
            write(moving, name, feast);
        }));
        write(json, "days", left);
    }

    ObjectNode moving() {
        return moving;
    }

    ObjectNode holidays() {
        return holidays;
    }

    private static void write(ObjectNode json, String name, Collection<LocalDate> days) {
        var list = json.putArray(name);
        days.forEach(day -> list.add(day.toString()));
    }

    private static SortedMap<MonthDay, NavigableSet<Integer>> byDate(Collection<LocalDate> days) {
        var byDate = new TreeMap<MonthDay, NavigableSet<Integer>>();
        days.forEach(day -> byDate.computeIfAbsent(MonthDay.from(day), absent -> new TreeSet<>())
                .add(day.getYear()));
        return byDate;
    }

    /** The years in which the State keeps the feast, if that says more than the fixed dates do. */
    private static Optional<Holidays.Years> keptYears(
            NavigableSet<LocalDate> days, List<LocalDate> feast, NavigableSet<LocalDate> left) {
        var years =
                feast.stream().filter(days::contains).map(LocalDate::getYear).collect(toCollection(TreeSet::new));
        return years.isEmpty()
                ? Optional.empty()
                : longestSpan(years)
                        .filter(span -> feast.stream()
                                        .filter(span::contain)
                                        .filter(left::contains)
                                        .count()
                                >= SHORTEST_SPAN);
    }

    private static Optional<Holidays.Years> longestSpan(NavigableSet<Integer> years) {
        var longest = new Holidays.Years(0, -1);
        var first = years.first();
        for (var year : years) {
            first = years.contains(year - 1) ? first : year;
            longest = year - first > longest.last() - longest.first() ? new Holidays.Years(first, year) : longest;
        }
        return longest.last() - longest.first() + 1 < SHORTEST_SPAN ? Optional.empty() : Optional.of(longest);
    }
}
