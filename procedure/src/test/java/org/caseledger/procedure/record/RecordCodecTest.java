// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of decision 0001, each field for itself. */
class RecordCodecTest {

    private static final String A = "a".repeat(32);
    private static final String B = "b".repeat(32);
    private static final String HASH = "0f".repeat(32);

    static final String STEP = """
            {"v":1,"command":"%s","step":"request","role":"requesting","occurredOn":"2015-03-09",
             "attributes":{"basis":"eurodac","until":"2015-04-01","span":"P1Y2M","proof":"%s"},
             "occurredAt":"2015-03-09T10:15:30+01:00","ordinal":1,"until":"2015-03-10","round":2,
             "annuls":"%s","contests":"%s","supersedes":"%s","withdrawal":true,
             "reason":"clerical-error","irregularity":"before-acceptance"}""".formatted(A, HASH, B, B, B);

    static final String PARTY =
            entry("party", "{\"command\":\"" + A + "\",\"role\":\"requested\",\"authority\":\"BG-DUBLIN\"}");
    static final String LAPSE =
            entry("lapse", "{\"command\":\"" + A + "\",\"limit\":\"transfer\",\"round\":1,\"end\":\"2015-09-23\"}");
    static final String ADOPTION =
            entry("adoption", "{\"command\":\"" + A + "\",\"definition\":\"take-back@2\",\"hash\":\"" + HASH + "\"}");
    static final String SEAL = entry("seal", "{\"command\":\"" + A + "\"}");

    static final String HEADER = """
            {"v":1,"case":"%s","definition":{"id":"take-back@1","hash":"%s"},
             "calendars":[{"id":"days@1","hash":"%s"}],"openedBy":"AT-DUBLIN",
             "roles":{"requested":["BG-DUBLIN","DE-DUBLIN"],"requesting":["AT-DUBLIN"]},
             "count":3,"last":"%s","sealed":false,"state":{"v":1}}""".formatted(A, HASH, HASH, B);

    private static String entry(String kind, String record) {
        return "{\"v\":1,\"prev\":\"" + B + "\",\"by\":\"AT-DUBLIN\",\"at\":\"2026-11-21T03:04:05.678Z\",\"kind\":\""
                + kind + "\",\"record\":" + record + "}";
    }

    private static JsonNode json(String text) {
        return CanonicalJson.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode object(String text) {
        return (ObjectNode) json(text);
    }

    static Stream<Arguments> records() {
        Function<JsonNode, JsonNode> step = json -> RecordCodec.toJson(RecordCodec.readStep(json));
        Function<JsonNode, JsonNode> entry = json -> RecordCodec.toJson(RecordCodec.readEntry(json));
        Function<JsonNode, JsonNode> header = json -> RecordCodec.toJson(RecordCodec.readHeader(json));
        return Stream.of(
                Arguments.of("step", STEP, step),
                Arguments.of("correction", entry("correction", STEP), entry),
                Arguments.of("party", PARTY, entry),
                Arguments.of("lapse", LAPSE, entry),
                Arguments.of("adoption", ADOPTION, entry),
                Arguments.of("seal", SEAL, entry),
                Arguments.of("header", HEADER, header));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void what_is_written_is_read_back_and_written_alike(String name, String text, Function<JsonNode, JsonNode> round) {
        assertThat(CanonicalJson.write(round.apply(json(text)))).isEqualTo(CanonicalJson.write(json(text)));
    }

    @Test
    void a_step_with_nothing_but_what_it_needs_is_short() {
        var step = RecordCodec.readStep(json("{\"v\":1,\"command\":\"" + A
                + "\",\"step\":\"hit\",\"role\":\"requesting\",\"occurredOn\":\"2015-03-09\",\"attributes\":{}}"));

        assertThat(step)
                .isEqualTo(StepRecord.of(
                        new CommandId(A),
                        "hit",
                        "requesting",
                        java.time.LocalDate.parse("2015-03-09"),
                        java.util.Map.of()));
        assertThat(RecordCodec.toJson(step)).hasSize(6);
        assertThat(RecordCodec.toJson(new Entry(null, "AT-DUBLIN", Instant.EPOCH, new Entry.Step(step)))
                        .toString())
                .contains("\"at\":\"1970-01-01T00:00:00.000Z\"")
                .contains("\"kind\":\"step\"")
                .doesNotContain("prev");
    }

    /** Texts that a person's data could be, for every field that takes a string. */
    private static final List<String> PLAUSIBLE = List.of(
            "Maria Musterfrau",
            "maria musterfrau",
            "Musterfrau",
            "Müller",
            "TEST-000123",
            "12.03.1990",
            "+49 170 0000000",
            "maria@example.org",
            "AT DUBLIN",
            "born in 1990",
            "",
            " ",
            "null",
            "2015-02-30",
            "1989-12-31",
            "2200-01-01");

    static Stream<Arguments> fieldsOfEveryRecord() {
        var fields = new ArrayList<Arguments>();
        records().forEach(record -> {
            var text = (String) record.get()[1];
            pointers(json(text), "")
                    .filter(RecordCodecTest::isClosed)
                    .forEach(pointer ->
                            fields.add(Arguments.of(record.get()[0] + pointer, text, pointer, record.get()[2])));
        });
        return fields.stream();
    }

    /** The engine's own state is not the codec's to judge. */
    private static boolean isClosed(String pointer) {
        return !pointer.startsWith("/state");
    }

    private static Stream<String> pointers(JsonNode json, String at) {
        if (json.isObject()) {
            return json.properties().stream().flatMap(field -> pointers(field.getValue(), at + "/" + field.getKey()));
        } else if (json.isArray()) {
            return Stream.iterate(0, index -> index < json.size(), index -> index + 1)
                    .flatMap(index -> pointers(json.get(index), at + "/" + index));
        }
        return Stream.of(at);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fieldsOfEveryRecord")
    void no_field_takes_a_name_or_a_text(String name, String text, String pointer, Function<JsonNode, JsonNode> round) {
        for (var plausible : PLAUSIBLE) {
            if (plausible.equals("null") && isCode(pointer)) {
                continue;
            }
            var json = object(text);
            replace(json, pointer, JsonNodeFactory.instance.textNode(plausible));
            assertThatThrownBy(() -> round.apply(json))
                    .as("%s in %s", plausible, name)
                    .isInstanceOfSatisfying(MalformedRecordException.class, refused -> {
                        assertThat(refused.field()).isNotEmpty();
                        assertThat(refused.getMessage()).doesNotContain("Muster", "TEST", "example");
                    });
        }
    }

    /** Where a code stands, the word null is one that only the definition refuses. */
    private static boolean isCode(String pointer) {
        return Stream.of("step", "role", "basis", "until", "span", "proof", "irregularity", "limit")
                .anyMatch(field -> pointer.endsWith("/" + field));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("fieldsOfEveryRecord")
    void no_field_takes_another_type(String name, String text, String pointer, Function<JsonNode, JsonNode> round) {
        var nodes = JsonNodeFactory.instance;
        for (var wrong :
                List.<JsonNode>of(nodes.numberNode(-1), nodes.objectNode(), nodes.arrayNode(), nodes.nullNode())) {
            var json = object(text);
            replace(json, pointer, wrong);
            assertThatThrownBy(() -> round.apply(json))
                    .as("%s in %s", wrong, name)
                    .isInstanceOf(MalformedRecordException.class);
        }
    }

    private static void replace(ObjectNode json, String pointer, JsonNode value) {
        var cut = pointer.lastIndexOf('/');
        var parent = json.at(pointer.substring(0, cut));
        var last = pointer.substring(cut + 1);
        if (parent instanceof ObjectNode object) {
            object.set(last, value);
        } else {
            ((com.fasterxml.jackson.databind.node.ArrayNode) parent).set(Integer.parseInt(last), value);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void an_unknown_or_missing_field_is_refused(String name, String text, Function<JsonNode, JsonNode> round) {
        var more = object(text);
        more.put("name", "x");
        assertThatThrownBy(() -> round.apply(more)).hasMessageContaining("a field that this form does not know");
        for (var required : List.of("v", "command", "attributes", "kind", "record", "roles", "sealed", "state")) {
            if (json(text).has(required)) {
                var less = object(text);
                less.remove(required);
                assertThatThrownBy(() -> round.apply(less)).hasMessage(required + " is missing");
            }
        }
        var inner = object(text);
        if (inner.path("record") instanceof ObjectNode record) {
            record.put("name", "x");
            assertThatThrownBy(() -> round.apply(inner)).hasMessageContaining("a field that this form does not know");
        }
        assertThatThrownBy(() -> round.apply(JsonNodeFactory.instance.textNode("x")))
                .hasMessageContaining("is not a JSON object");
    }

    static Stream<Arguments> malformedSteps() {
        return Stream.of(
                step("v", step -> step.put("v", 2)),
                step("occurredOn", step -> step.put("occurredOn", "2015-3-9")),
                step("occurredAt", step -> step.put("occurredAt", "2015-03-10T10:15:30+01:00")),
                step("occurredAt", step -> step.put("occurredAt", "2015-03-09T10:15:30-00:00")),
                step("occurredAt", step -> step.put("occurredAt", "2015-03-09T10:15:30+15:00")),
                step("occurredAt", step -> step.put("occurredAt", "2015-03-09T24:15:30+01:00")),
                step("occurredAt", step -> step.put("occurredAt", "2015-03-09T10:15:30Z")),
                step("ordinal", step -> step.put("ordinal", 0)),
                step("ordinal", step -> step.put("ordinal", 1001)),
                step("round", step -> step.put("round", 0)),
                step("until", step -> step.put("until", "2015-03-08")),
                step("withdrawal", step -> step.put("withdrawal", false)),
                step("reason", step -> step.put("reason", "bad-mood")),
                step("reason", step -> step.remove("reason")),
                step("reason", step -> step.remove("supersedes")),
                step("attributes", step -> step.put("attributes", "x")),
                step("attributes", step -> step.withObject("attributes").put("Name", "x")),
                step("attributes", step -> step.withObject("attributes").put("day", "2015-13-01")),
                step("attributes", step -> step.withObject("attributes").put("day", "1989-01-01")));
    }

    private static Arguments step(String field, Consumer<ObjectNode> change) {
        return Arguments.of(field, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformedSteps")
    void a_malformed_step_is_refused_by_the_name_of_its_field(String field, Consumer<ObjectNode> change) {
        var json = object(STEP);
        change.accept(json);
        assertThatThrownBy(() -> RecordCodec.readStep(json))
                .isInstanceOfSatisfying(MalformedRecordException.class, refused -> assertThat(refused.field())
                        .isEqualTo(field));
    }

    @Test
    void the_limits_of_numbers_days_and_offsets_are_inside() {
        var json = object(STEP).put("ordinal", 1000).put("round", 1);
        json.put("until", "2015-03-09").put("occurredAt", "2015-03-09T10:15:30+14:00");
        assertThat(RecordCodec.toJson(RecordCodec.readStep(json))).isEqualTo(json);
    }

    @Test
    void a_withdrawal_needs_what_it_takes_back() {
        var json = object(STEP);
        json.remove(List.of("supersedes", "reason"));
        assertThatThrownBy(() -> RecordCodec.readStep(json))
                .hasMessage("withdrawal needs the entry that it supersedes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21T03:04:05Z", "2026-11-21T03:04:05.678+00:00", "2026-02-30T03:04:05.678Z"})
    void a_timestamp_has_one_form(String at) {
        assertThatThrownBy(() -> RecordCodec.readEntry(object(SEAL).put("at", at)))
                .isInstanceOfSatisfying(MalformedRecordException.class, refused -> assertThat(refused.field())
                        .isEqualTo("at"));
    }

    @Test
    void a_step_is_not_called_a_correction_nor_the_reverse() {
        assertThatThrownBy(() -> RecordCodec.readEntry(object(entry("step", STEP))))
                .hasMessageStartingWith("kind says step of a correction");
        assertThatThrownBy(() -> RecordCodec.readEntry(object(SEAL).put("kind", "wish")))
                .hasMessage("kind is not a kind of entry");
    }

    @Test
    void roles_are_sorted_lists_of_authorities() {
        assertThat(RecordCodec.readRoles(json("{\"requested\":[\"BG-DUBLIN\"]}"))
                        .holders("requested"))
                .containsExactly("BG-DUBLIN");
        for (var wrong : List.of(
                "{\"requested\":[\"DE-DUBLIN\",\"BG-DUBLIN\"]}",
                "{\"requested\":[\"BG-DUBLIN\",\"BG-DUBLIN\"]}",
                "{\"requested\":\"BG-DUBLIN\"}",
                "{\"Requested\":[]}",
                "[]")) {
            assertThatThrownBy(() -> RecordCodec.readRoles(json(wrong)))
                    .isInstanceOfSatisfying(MalformedRecordException.class, refused -> assertThat(refused.field())
                            .isEqualTo("roles"));
        }
    }

    @Test
    void a_role_gains_holders_and_knows_them() {
        var roles =
                RecordCodec.readRoles(json("{\"requested\":[\"BG-DUBLIN\"]}")).with("requested", "AT-DUBLIN");
        assertThat(roles.holders("requested")).containsExactly("AT-DUBLIN", "BG-DUBLIN");
        assertThat(roles.holds("AT-DUBLIN", "requested")).isTrue();
        assertThat(roles.holds("AT-DUBLIN", "requesting")).isFalse();
        assertThat(roles.holders("requesting")).isEmpty();
    }

    @Test
    void ids_are_ordered_and_read_as_their_digits() {
        assertThat(new CommandId(A)).isLessThan(new CommandId(B)).hasToString(A);
        assertThat(new CaseId(A)).isLessThan(new CaseId(B)).hasToString(A);
        assertThatThrownBy(() -> new CaseId("A".repeat(32))).hasMessage("case is not 32 lowercase hex digits");
    }
}
