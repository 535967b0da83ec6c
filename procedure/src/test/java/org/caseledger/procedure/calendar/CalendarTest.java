// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.MalformedRecordException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CalendarTest {

    private static final Library LIBRARY = Library.shipped();
    private static final Calendar DUBLIN = LIBRARY.calendars().get(0);
    private static final Calendar ROLLING = LIBRARY.calendars().get(1);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void months_end_on_the_same_date_or_on_the_last_day() {
        assertThat(DUBLIN.end(day("2015-03-23"), Period.ofMonths(6), "AT"))
                .isEqualTo(new Calendar.End(day("2015-09-23"), true));
        assertThat(DUBLIN.end(day("2026-08-31"), Period.ofMonths(6), "AT").day())
                .isEqualTo("2027-02-28");
        assertThat(DUBLIN.end(day("2015-03-09"), Period.ofWeeks(2), "BG").day()).isEqualTo("2015-03-23");
        assertThat(DUBLIN.end(day("2015-01-31"), Period.of(0, 1, 7), "BG").day())
                .isEqualTo("2015-03-07");
    }

    @Test
    void dublin_iii_does_not_roll_over_and_regulation_1182_71_does() {
        assertThat(DUBLIN.rolled(day("2015-06-07"), "AT").day()).isEqualTo("2015-06-07");
        assertThat(ROLLING.rolled(day("2015-06-06"), "AT").day()).isEqualTo("2015-06-08");
        assertThat(ROLLING.rolled(day("2015-06-07"), "AT").day()).isEqualTo("2015-06-08");
        assertThat(ROLLING.rolled(day("2015-06-08"), "AT").day()).isEqualTo("2015-06-08");
        assertThat(ROLLING.rolled(day("2015-12-25"), "AT")).isEqualTo(new Calendar.End(day("2015-12-28"), true));
        assertThat(ROLLING.rolled(day("2015-03-03"), "AT").day()).isEqualTo("2015-03-03");
        assertThat(ROLLING.rolled(day("2015-03-03"), "BG").day()).isEqualTo("2015-03-04");
    }

    @Test
    void a_year_or_country_without_data_is_said_and_never_taken_for_no_holiday() {
        assertThat(ROLLING.rolled(day("2013-12-31"), "AT").certain()).isFalse();
        assertThat(ROLLING.rolled(day("2014-01-02"), "AT").certain()).isTrue();
        assertThat(ROLLING.rolled(day("2035-12-31"), "AT").certain()).isTrue();
        assertThat(ROLLING.rolled(day("2036-01-01"), "AT").certain()).isFalse();
        assertThat(ROLLING.rolled(day("2015-12-25"), "SE")).isEqualTo(new Calendar.End(day("2015-12-25"), false));
        assertThat(ROLLING.rolled(day("2015-12-26"), null)).isEqualTo(new Calendar.End(day("2015-12-28"), false));
        assertThat(DUBLIN.rolled(day("2036-01-01"), null).certain()).isTrue();
    }

    @Test
    void offsets_hold_from_the_start_of_a_day() {
        assertThat(DUBLIN.offset("AT", day("2015-03-29"))).isEqualTo(ZoneOffset.ofHours(1));
        assertThat(DUBLIN.offset("AT", day("2015-03-30"))).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(DUBLIN.offset("BG", day("2015-07-01"))).isEqualTo(ZoneOffset.ofHours(3));
        assertThat(DUBLIN.offset("BG", day("2014-01-01"))).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(DUBLIN.offset("BG", day("2013-12-31"))).isEqualTo(ZoneOffset.UTC);
        assertThat(DUBLIN.offset("BG", day("2035-12-31"))).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(DUBLIN.offset("BG", day("2036-01-01"))).isEqualTo(ZoneOffset.UTC);
        assertThat(DUBLIN.offset("SE", day("2015-07-01"))).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void an_offset_list_that_begins_later_gives_utc_before() {
        var json = small();
        json.putObject("offsets").putObject("AT").put("2015-06-01", "+02:00");
        var calendar = CalendarReader.read(json);
        assertThat(calendar.offset("AT", day("2015-05-31"))).isEqualTo(ZoneOffset.UTC);
        assertThat(calendar.offset("AT", day("2015-06-01"))).isEqualTo(ZoneOffset.ofHours(2));
    }

    @Test
    void the_content_is_a_copy_and_gives_the_pin() {
        ROLLING.content().put("calendar", "other@1");
        assertThat(ROLLING.content().get("calendar").textValue())
                .isEqualTo(ROLLING.pin().id())
                .isEqualTo("reg-1182-71@1");
        assertThat(CanonicalJson.hash(ROLLING.content()))
                .isEqualTo(ROLLING.pin().hash());
    }

    private static ObjectNode small() {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("calendar", "days@1");
        json.putObject("source")
                .put("celex", "31971R1182")
                .put("article", "3(4)")
                .put("confirmed", true);
        json.put("roll", "none").put("firstYear", 2015).put("lastYear", 2015);
        json.putObject("holidays").putArray("AT").add("2015-01-01");
        json.putObject("offsets");
        return json;
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                with("calendar", json -> json.put("title", "Days")),
                with("calendar", json -> json.remove("roll")),
                with("calendar", json -> json.put("calendar", 1)),
                with("id", json -> json.put("calendar", "days")),
                with("roll", json -> json.put("roll", "back")),
                with("firstYear", json -> json.put("firstYear", 1989)),
                with("firstYear", json -> json.put("firstYear", "2015")),
                with("lastYear", json -> json.put("lastYear", 2200)),
                with("lastYear", json -> json.put("lastYear", 2014)),
                with("source", json -> json.withObject("source").put("page", "1")),
                with("celex", json -> json.withObject("source").put("celex", "OJ L 124")),
                with("article", json -> json.withObject("source").put("article", "three")),
                with("confirmed", json -> json.withObject("source").put("confirmed", "yes")),
                with("holidays", json -> json.putArray("holidays")),
                with("holidays", json -> json.putObject("holidays").put("AT", "2015-01-01")),
                with("holidays", json -> json.putObject("holidays").putArray("Austria")),
                with(
                        "holidays",
                        json -> json.putObject("holidays").putArray("AT").add("Easter")),
                with(
                        "holidays",
                        json -> json.putObject("holidays").putArray("AT").add(2015)),
                with("offsets", json -> json.putObject("offsets").putArray("AT")),
                with(
                        "offsets",
                        json -> json.putObject("offsets").putObject("AT").put("2015-01-01", "CET")),
                with(
                        "offsets",
                        json -> json.putObject("offsets").putObject("AT").put("Easter", "+01:00")));
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
        assertThat(CalendarReader.read(small()).holidays().get("AT")).containsExactly(day("2015-01-01"));
    }

    private static Arguments with(String field, Consumer<ObjectNode> change) {
        return Arguments.of(field, change);
    }
}
