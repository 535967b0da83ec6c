// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.Pin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarReaderTest {

    private static final String SMALL = """
            {"calendar": "days@1",
             "source": {"celex": "31971R1182", "article": "3(4)", "confirmed": true},
             "roll": "next-working-day", "leastWorkingDays": 2, "hours": "from-next-hour", "weekend": ["friday"],
             "firstYear": 2015, "lastYear": 2016,
             "moving": {"easter-monday": ["2015-04-06", "2016-03-28"]},
             "holidays": {"AT": {"yearly": {"--12-25": [2015, 2016], "--01-06": [2016, 2016]},
                                 "moving": {"easter-monday": [2016, 2016]}, "days": ["2015-06-01"]}},
             "zones": {"east": {"2014-12-31T00:00:00Z": "+02:00"}},
             "offsets": {"AT": "east"}}""";

    private static ObjectNode small() {
        return (ObjectNode) CanonicalJson.read(SMALL.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void each_field_is_read() {
        var calendar = CalendarReader.read(small());

        assertThat(calendar.pin()).isEqualTo(new Pin("days@1", CanonicalJson.hash(small())));
        assertThat(calendar.rule()).isEqualTo(new CountingRule(true, 2, true, Set.of(DayOfWeek.FRIDAY)));
        assertThat(calendar.firstYear()).isEqualTo(2015);
        assertThat(calendar.lastYear()).isEqualTo(2016);
        assertThat(calendar.holidays())
                .containsExactlyEntriesOf(Map.of(
                        "AT",
                        new Holidays(
                                Map.of(
                                        MonthDay.of(12, 25), new Holidays.Years(2015, 2016),
                                        MonthDay.of(1, 6), new Holidays.Years(2016, 2016)),
                                List.of(new Holidays.Feast(
                                        Set.of(day("2015-04-06"), day("2016-03-28")), new Holidays.Years(2016, 2016))),
                                Set.of(day("2015-06-01")))));
        assertThat(calendar.offsets())
                .containsOnlyKeys("AT")
                .extractingByKey("AT")
                .isEqualTo(Map.of(Instant.parse("2014-12-31T00:00:00Z"), ZoneOffset.ofHours(2)));
    }

    @Test
    void the_content_is_a_copy() {
        var json = small();
        var calendar = CalendarReader.read(json);
        json.put("calendar", "other@1");
        calendar.content().put("calendar", "other@1");

        assertThat(calendar.content()).isEqualTo(small());
    }

    @Test
    void a_national_law_is_named_as_an_act() {
        var json = small();
        json.withObject("source").put("act", "de-bgb").remove("celex");

        assertThat(CalendarReader.read(json).content()).isEqualTo(json);
    }

    @Test
    void the_other_word_of_each_rule_means_the_other_rule() {
        var json = small().put("roll", "none").put("hours", "from-event").put("leastWorkingDays", 0);

        assertThat(CalendarReader.read(json).rule())
                .isEqualTo(new CountingRule(false, 0, false, Set.of(DayOfWeek.FRIDAY)));
    }

    @Test
    void years_reach_from_1990_to_2199() {
        var calendar = CalendarReader.read(small().put("firstYear", 1990).put("lastYear", 2199));

        assertThat(calendar.firstYear()).isEqualTo(1990);
        assertThat(calendar.lastYear()).isEqualTo(2199);
    }

    @Test
    void a_span_of_years_contains_its_first_and_last() {
        var austria = Objects.requireNonNull(
                CalendarReader.read(small().put("firstYear", 2014).put("lastYear", 2017))
                        .holidays()
                        .get("AT"));

        assertThat(Stream.of("2014-12-25", "2015-12-25", "2016-12-25", "2017-12-25")
                        .filter(day -> austria.contains(day(day))))
                .containsExactly("2015-12-25", "2016-12-25");
        assertThat(Stream.of("2015-04-06", "2016-03-28", "2015-06-01", "2016-06-01")
                        .filter(day -> austria.contains(day(day))))
                .containsExactly("2016-03-28", "2015-06-01");
    }

    @Test
    void a_year_may_be_the_first_and_the_last_and_a_week_may_have_one_working_day() {
        var json = small();
        json.putObject("moving");
        json.putObject("holidays");
        json.put("lastYear", 2015).put("leastWorkingDays", 5);
        json.putArray("weekend")
                .add("monday")
                .add("tuesday")
                .add("wednesday")
                .add("thursday")
                .add("friday")
                .add("saturday");

        assertThat(CalendarReader.read(json).rule().weekend()).hasSize(6).doesNotContain(DayOfWeek.SUNDAY);
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                with("calendar", json -> json.put("title", "Days")),
                with("calendar", json -> json.remove("weekend")),
                with("calendar", json -> json.put("calendar", 1)),
                with("id", json -> json.put("calendar", "days")),
                with("roll", json -> json.put("roll", "back")),
                with("roll", json -> json.put("roll", true)),
                with("hours", json -> json.put("hours", "whole")),
                with("leastWorkingDays", json -> json.put("leastWorkingDays", -1)),
                with("leastWorkingDays", json -> json.put("leastWorkingDays", 6)),
                with("leastWorkingDays", json -> json.put("leastWorkingDays", "2")),
                with("weekend", json -> json.put("weekend", "sunday")),
                with("weekend", json -> json.putArray("weekend").add("Sonntag")),
                with("weekend", json -> json.putArray("weekend").add(7)),
                with("weekend", json -> {
                    var all = json.putArray("weekend");
                    List.of(DayOfWeek.values())
                            .forEach(day -> all.add(day.name().toLowerCase(Locale.ROOT)));
                }),
                with("firstYear", json -> json.put("firstYear", 1989)),
                with("firstYear", json -> json.put("firstYear", "2015")),
                with("lastYear", json -> json.put("lastYear", 2200)),
                with("lastYear", json -> json.put("lastYear", 2014)),
                with("source", json -> json.withObject("source").put("page", "1")),
                with("source", json -> json.withObject("source").put("act", "de-bgb")),
                with("celex", json -> json.withObject("source").put("celex", "OJ L 124")),
                with("act", json -> json.withObject("source").put("act", "BGB").remove("celex")),
                with("article", json -> json.withObject("source").put("article", "three")),
                with("confirmed", json -> json.withObject("source").put("confirmed", "yes")),
                with("moving", json -> json.putArray("moving")),
                with("moving", json -> json.withObject("moving").put("easter-monday", "2015-04-06")),
                with("moving", json -> json.withObject("moving").putArray("x").add("Easter")),
                with("moving", json -> json.withObject("moving").putArray("x").add("2014-12-31")),
                with("moving", json -> json.withObject("moving").putArray("x").add("2017-01-01")),
                with("holidays", json -> json.putArray("holidays")),
                with("holidays", json -> json.putObject("holidays").putArray("AT")),
                with("holidays", json -> json.withObject("/holidays/AT").put("note", "")),
                with("holidays", json -> json.withObject("/holidays/AT").put("days", "2015-01-01")),
                with(
                        "holidays",
                        json -> json.withObject("/holidays/AT").putArray("days").add(2015)),
                with(
                        "holidays",
                        json -> json.withObject("/holidays/AT").putArray("days").add("2015-02-29")),
                with("holidays", json -> json.withObject("/holidays/AT/moving")
                        .putArray("ascension")
                        .add(2015)
                        .add(2016)),
                with("holidays", json -> json.withObject("/holidays/AT/moving")
                        .putArray("easter-monday")
                        .add(2014)
                        .add(2016)),
                with("holidays", json -> json.withObject("/holidays/AT").putArray("moving")),
                with("holidays", json -> json.withObject("/holidays/AT").put("moving", "easter-monday")),
                with("holidays", json -> json.withObject("/holidays/AT").put("yearly", "--12-25")),
                with("holidays", json -> span(json, "12-25", 2015, 2016)),
                with("holidays", json -> span(json, "--12-25", 2014, 2016)),
                with("holidays", json -> span(json, "--12-25", 2015, 2017)),
                with("holidays", json -> span(json, "--12-25", 2016, 2015)),
                with("holidays", json -> json.withObject("/holidays/AT/yearly").put("--12-25", 2015)),
                with("holidays", json -> json.withObject("/holidays/AT/yearly")
                        .putArray("--12-25")
                        .add(2015)),
                with("holidays", json -> json.withObject("/holidays/AT/yearly")
                        .putArray("--12-25")
                        .add("2015")
                        .add(2016)),
                with("holidays", json -> json.withObject("/holidays/AT/yearly")
                        .putArray("--12-25")
                        .add(2015)
                        .add("2016")),
                with("holidays", json -> {
                    var austria = json.withObject("/holidays/AT").deepCopy();
                    json.putObject("holidays").set("Austria", austria);
                }),
                with("zones", json -> json.putArray("zones")),
                with("zones", json -> json.putObject("zones").putArray("east")),
                with("zones", json -> json.withObject("/zones/east").put("2015-01-01T00:00:00Z", "CET")),
                with("zones", json -> json.withObject("/zones/east").put("2015-01-01", "+01:00")),
                with("offsets", json -> json.putArray("offsets")),
                with("offsets", json -> json.putObject("offsets").put("AT", "west")),
                with("offsets", json -> json.putObject("offsets").put("AT", 2)),
                with("offsets", json -> json.putObject("offsets").put("Austria", "east")));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void a_malformed_calendar_is_refused_by_the_name_of_its_field(String field, Consumer<ObjectNode> change) {
        var json = small();
        change.accept(json);
        assertThatThrownBy(() -> CalendarReader.read(json))
                .isInstanceOfSatisfying(MalformedRecordException.class, refused -> assertThat(refused.field())
                        .isEqualTo(field));
    }

    @Test
    void a_calendar_is_a_json_object() {
        assertThatThrownBy(() -> CalendarReader.read(JsonNodeFactory.instance.arrayNode()))
                .hasMessage("calendar is not a JSON object");
    }

    private static void span(ObjectNode json, String day, int first, int last) {
        json.withObject("/holidays/AT/yearly").putArray(day).add(first).add(last);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Arguments with(String field, Consumer<ObjectNode> change) {
        return Arguments.of(field, change);
    }
}
