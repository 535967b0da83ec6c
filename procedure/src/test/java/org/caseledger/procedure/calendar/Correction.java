// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the holiday library has wrong about a State, or what a calendar counts besides.
 *
 * @param calendar the only calendar that it is for, without version, or null for all
 * @param remove days that are no public holidays
 * @param add days that are, after the removals
 * @param because what the law says, in a sentence
 * @param source where that was read
 * @param confirmed whether the source is the law or quotes it
 */
record Correction(
        State state,
        @Nullable String calendar,
        List<Days> remove,
        List<Days> add,
        String because,
        String source,
        boolean confirmed) {

    private static final String NAME = "";
    private static final List<Correction> ALL = read();

    Correction {
        remove = List.copyOf(remove);
        add = List.copyOf(add);
    }

    /**
     * Some days: all that are given must agree.
     *
     * @param on the same date each year, {@code --MM-DD}
     * @param feast a name of {@link Easter}
     * @param named the library's name
     * @param days one by one
     * @param from first year, or null for the calendar's
     * @param until last year, or null for the calendar's
     */
    record Days(
            @Nullable String on,
            @Nullable String feast,
            @Nullable String named,
            @Nullable List<String> days,
            @Nullable Integer from,
            @Nullable Integer until) {

        private boolean isIn(LocalDate day) {
            return (from == null || day.getYear() >= from) && (until == null || day.getYear() <= until);
        }

        private List<LocalDate> list() {
            var list = new ArrayList<LocalDate>();
            for (int year = CalendarGenerator.FIRST_YEAR; on != null && year <= CalendarGenerator.LAST_YEAR; year++) {
                list.add(LocalDate.parse(year + on.substring(1)));
            }
            if (feast != null) {
                list.addAll(
                        Objects.requireNonNull(Easter.feasts(CalendarGenerator.FIRST_YEAR, CalendarGenerator.LAST_YEAR)
                                .get(feast)));
            }
            if (days != null) {
                days.forEach(day -> list.add(LocalDate.parse(day)));
            }
            list.removeIf(day -> !isIn(day));
            return list;
        }
    }

    static List<Correction> of(State state, String calendar) {
        return ALL.stream()
                .filter(correction -> correction.state() == state)
                .filter(correction ->
                        correction.calendar() == null || correction.calendar().equals(calendar))
                .toList();
    }

    /**
     * Corrects the library's days.
     *
     * @throws IllegalStateException if a part of it changes nothing, so that the library knows better by now
     */
    void applyTo(Map<LocalDate, NavigableSet<String>> named) {
        for (var term : remove) {
            require(term.named() == null ? named.keySet().removeAll(term.list()) : removeNamed(term, named), term);
        }
        for (var term : add) {
            var isNew = false;
            for (var day : term.list()) {
                isNew |= named.putIfAbsent(day, new TreeSet<>(Set.of(NAME))) == null;
            }
            require(isNew, term);
        }
    }

    private static boolean removeNamed(Days term, Map<LocalDate, NavigableSet<String>> named) {
        var before = named.size();
        named.entrySet()
                .removeIf(entry -> term.isIn(entry.getKey())
                        && entry.getValue().remove(Objects.requireNonNull(term.named()))
                        && entry.getValue().isEmpty());
        return named.size() < before;
    }

    private void require(boolean hasEffect, Days term) {
        if (!hasEffect) {
            throw new IllegalStateException("the library already has " + state + " " + term);
        }
    }

    private static List<Correction> read() {
        try (var yaml = Correction.class.getResourceAsStream("/calendar/holiday-corrections.yaml")) {
            return new YAMLMapper().readValue(yaml, new TypeReference<List<Correction>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("the corrections cannot be read", e);
        }
    }
}
