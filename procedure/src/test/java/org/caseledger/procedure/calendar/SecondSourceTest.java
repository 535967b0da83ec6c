// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.caseledger.procedure.library.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The shipped holidays against what another library says, which src/test/python/second_source.py wrote down. */
class SecondSourceTest {

    private static final Calendar CALENDAR = Library.shipped().calendar("eu-2024-1351-art75@1");
    private static final Map<State, Set<LocalDate>> SECOND = second();
    private static final List<Difference> DIFFERENCES = differences();

    /** Days that are holidays here and not there, or the other way round. */
    record Difference(State state, boolean holiday, List<String> days, String because) {}

    @ParameterizedTest
    @EnumSource
    void both_sources_have_the_same_holidays_but_for_differences_that_are_explained(State state) {
        var expected = new TreeSet<>(Objects.requireNonNull(SECOND.get(state)));
        for (var difference : DIFFERENCES) {
            var days = difference.days().stream().map(LocalDate::parse).toList();
            if (difference.state() == state && difference.holiday()) {
                assertThat(expected).doesNotContainAnyElementsOf(days);
                expected.addAll(days);
            } else if (difference.state() == state) {
                assertThat(expected).containsAll(days);
                expected.removeAll(days);
            }
        }

        assertThat(shipped(state)).containsExactlyElementsOf(expected);
    }

    @Test
    void every_state_has_holidays() {
        assertThat(CALENDAR.holidays().keySet())
                .containsExactlyElementsOf(
                        List.of(State.values()).stream().map(State::name).toList());
        assertThat(SECOND).containsOnlyKeys(State.values());
    }

    private static Set<LocalDate> shipped(State state) {
        var days = new TreeSet<LocalDate>();
        var holidays = Objects.requireNonNull(CALENDAR.holidays().get(state.name()));
        var end = LocalDate.of(CALENDAR.lastYear(), 12, 31);
        for (var day = LocalDate.of(CALENDAR.firstYear(), 1, 1); !day.isAfter(end); day = day.plusDays(1)) {
            if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 && holidays.contains(day)) {
                days.add(day);
            }
        }
        return days;
    }

    private static Map<State, Set<LocalDate>> second() {
        var second = new HashMap<State, Set<LocalDate>>();
        for (var line : text("second-source.csv").lines().skip(1).toList()) {
            var fields = line.split(",", -1);
            var days = second.computeIfAbsent(State.valueOf(fields[0]), absent -> new TreeSet<>());
            for (var day : fields[2].split(" ", -1)) {
                days.add(LocalDate.parse(fields[1] + "-" + day));
            }
        }
        return second;
    }

    private static List<Difference> differences() {
        try {
            return new YAMLMapper().readValue(text("holiday-differences.yaml"), new TypeReference<>() {});
        } catch (IOException e) {
            throw new IllegalStateException("the differences cannot be read", e);
        }
    }

    private static String text(String name) {
        try (var stream = Objects.requireNonNull(SecondSourceTest.class.getResourceAsStream("/calendar/" + name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read", e);
        }
    }
}
