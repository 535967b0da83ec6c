// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.cli.Json;
import org.junit.jupiter.api.Test;

class RendererTest {
    private final List<String> lines = new ArrayList<>();
    private final Renderer renderer = Renderer.create();
    private final Journal journal = new Journal(event -> renderer.line(event).ifPresent(lines::add));

    @Test
    void a_line_holds_what_was_found_and_not_what_was_expected() {
        journal.statement("limit-transfer", evidence(), found("2015-10-01"), expected("2015-09-23"));

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("✗")
                .contains("01.10.2015")
                .contains("2015-09-23");
        assertThat(journal.passed()).isFalse();
    }

    @Test
    void a_statement_that_holds_is_ticked_with_its_article() {
        journal.statement("limit-transfer", evidence(), found("2015-09-23"), expected("2015-09-23"));

        assertThat(lines)
                .containsExactly("  ✓ the transfer limit was 23.09.2015 (32013R0604 Art 29(1)); it was missed");
        assertThat(journal.passed()).isTrue();
    }

    @Test
    void one_statement_that_does_not_hold_is_enough_not_to_pass() {
        journal.statement("limit-transfer", evidence(), found("2015-09-23"), expected("2015-09-23"));
        journal.statement("limit-transfer", evidence(), found("2015-09-24"), expected("2015-09-23"));

        assertThat(journal.passed()).isFalse();
        assertThat(journal.document().path("passed").asBoolean()).isFalse();
    }

    @Test
    void nothing_stated_is_nothing_passed() {
        assertThat(journal.passed()).isFalse();
    }

    @Test
    void a_statement_that_expects_nothing_never_holds() {
        assertThat(journal.statement(
                        "limit-transfer",
                        evidence(),
                        found("2015-09-23"),
                        Json.mapper().createObjectNode()))
                .isFalse();
    }

    @Test
    void a_missing_value_is_shown_as_missing() {
        journal.statement("ended", evidence(), Json.mapper().createObjectNode(), expected("2015-09-24"));

        assertThat(lines).singleElement().asString().contains("(nothing)");
    }

    @Test
    void numbers_are_compared_by_value() {
        ObjectNode found = Json.mapper().createObjectNode().put("status", 201L);
        ObjectNode expected = Json.mapper().createObjectNode().put("status", 201);

        assertThat(Matching.holds(expected, found)).isTrue();
        assertThat(Matching.holds(expected, found.put("status", 202L))).isFalse();
    }

    @Test
    void the_document_keeps_every_event_with_its_number() {
        journal.chapter("case");
        journal.statement("limit-transfer", evidence(), found("2015-09-23"), expected("2015-09-23"));

        assertThat(journal.document().path("events")).hasSize(2);
        assertThat(journal.document().at("/events/1/n").asInt()).isEqualTo(2);
        assertThat(journal.document().path("statements").asInt()).isEqualTo(1);
    }

    private static Evidence evidence() {
        return new Evidence(1, 200, Json.mapper().createObjectNode());
    }

    private static ObjectNode found(String end) {
        return Json.mapper()
                .createObjectNode()
                .put("end", end)
                .put("rule", "32013R0604 Art 29(1)")
                .put("status", "missed");
    }

    private static ObjectNode expected(String end) {
        return Json.mapper().createObjectNode().put("end", end);
    }
}
