// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FormsTest {

    static Stream<Arguments> fine() {
        return Stream.of(
                form("take-back", Forms::requireCode),
                form("a", Forms::requireCode),
                form("a" + "b".repeat(39), Forms::requireCode),
                form("0".repeat(32), Forms::requireHex128),
                form("f".repeat(64), Forms::requireHex256),
                form("AT-DUBLIN", Forms::requireAuthority),
                form("EU-SUPERVISOR", Forms::requireAuthority),
                form("days@1", Forms::requireVersioned),
                form("P1Y2M3W4D", Forms::requirePeriod),
                form("P2W", Forms::requirePeriod));
    }

    static Stream<Arguments> malformed() {
        return Stream.of(
                form("Take-back", Forms::requireCode),
                form("a" + "b".repeat(40), Forms::requireCode),
                form("1a", Forms::requireCode),
                form("a b", Forms::requireCode),
                form("0".repeat(31), Forms::requireHex128),
                form("F".repeat(64), Forms::requireHex256),
                form("AT", Forms::requireAuthority),
                form("AT-Dublin", Forms::requireAuthority),
                form("AT-" + "A".repeat(17), Forms::requireAuthority),
                form("days@0", Forms::requireVersioned),
                form("days", Forms::requireVersioned),
                form("P", Forms::requirePeriod),
                form("2W", Forms::requirePeriod),
                form("P1H", Forms::requirePeriod),
                form("PT1H", Forms::requirePeriod));
    }

    private static Arguments form(String value, BiFunction<String, String, String> check) {
        return Arguments.of(value, check);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fine")
    void a_value_of_the_form_is_given_back(String value, BiFunction<String, String, String> check) {
        assertThat(check.apply("field", value)).isEqualTo(value);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void another_is_refused_by_the_field_and_not_repeated(String value, BiFunction<String, String, String> check) {
        assertThatThrownBy(() -> check.apply("field", value))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageStartingWith("field is not ");
    }

    @Test
    void dates_lie_between_1990_and_2199() {
        assertThat(Forms.requireDate("field", Forms.EARLIEST)).isEqualTo("1990-01-01");
        assertThat(Forms.requireDate("field", Forms.LATEST)).isEqualTo("2199-12-31");
        for (var day : new LocalDate[] {Forms.EARLIEST.minusDays(1), Forms.LATEST.plusDays(1)}) {
            assertThatThrownBy(() -> Forms.requireDate("field", day))
                    .hasMessage("field is outside the years 1990 to 2199");
        }
    }

    @Test
    void an_attribute_is_a_code_a_date_a_period_or_a_commitment() {
        for (var fine : new String[] {"eurodac", "2015-03-09", "P6M", "0".repeat(64)}) {
            assertThatCode(() -> Forms.requireAttributeValue(fine)).doesNotThrowAnyException();
            assertThat(Forms.requireAttributeValue(fine)).isEqualTo(fine);
        }
        for (var wrong : new String[] {"Eurodac", "2015-03-32", "9 March", "0".repeat(63)}) {
            assertThatThrownBy(() -> Forms.requireAttributeValue(wrong)).hasMessageStartingWith("attributes ");
        }
    }
}
