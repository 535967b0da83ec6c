// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseledger.chaincode.TestLedger.AT;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.caseledger.chaincode.replay.Execution;
import org.caseledger.procedure.record.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker of the library stands at the ledger's door too: nobody can propose what could not be played. */
class ProposedProceduresTest {

    private final TestLedger ledger = Founding.founded();

    @Test
    void a_definition_that_can_be_played_is_taken() {
        assertThat(propose(text()).succeeded()).isTrue();
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("a step that nobody knows", "\"that\":\"accept\"", "\"that\":\"accepted\""),
                Arguments.of("a step that nothing enables", "\"that\":\"request\"", "\"that\":\"accept\""),
                Arguments.of(
                        "a role that nobody can hold",
                        "\"observing\":\"many\"",
                        "\"observing\":\"many\",\"third\":\"one\""),
                Arguments.of("silence about late steps", "\"late\":{\"transferred\":\"none\"},", ""),
                Arguments.of("a rule without a source", "},\"source\":\"29(2)\"},\"late\"", "}},\"late\""),
                Arguments.of("prose", "\"lapse\":{\"final\":true,", "\"lapse\":{\"title\":\"Late\",\"final\":true,"),
                Arguments.of(
                        "a bar whose limit runs on",
                        "\"hold\":{\"source\":\"29(1)\",\"while\":{\"any-open\":\"remedy\"}},",
                        ""),
                Arguments.of(
                        "a verb that comes too late",
                        "\"lapse\":{\"final\"",
                        "\"release\":[{\"after\":\"transferred\",\"source\":\"29(1)\"}],\"lapse\":{\"final\""),
                Arguments.of(
                        "an exclusion of an act whose limit runs",
                        "\"mandatory\"",
                        "\"excludes\":[\"transferred\"],\"mandatory\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void what_could_not_be_played_is_refused(String what, String right, String wrong) {
        var text = text().replace("\"step\":\"told\"", "\"mandatory\":\"x\",\"step\":\"told\"");
        assertThat(text).as(what).contains(right);

        var broken = text.replace(right, wrong).replace("\"mandatory\":\"x\",", "");

        assertThat(TestLedger.refused(propose(broken))).startsWith("REFUSED DEFINITION_FAULTY ");
    }

    private Execution.Result propose(String content) {
        return ledger.execute(
                AT,
                "procedures:propose",
                argument -> argument.set("content", CanonicalJson.read(content.getBytes(StandardCharsets.UTF_8))));
    }

    private static String text() {
        return new String(CanonicalJson.write(TestCase.definition(1)), StandardCharsets.UTF_8);
    }
}
