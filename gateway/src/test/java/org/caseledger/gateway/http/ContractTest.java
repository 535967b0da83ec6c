// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContractTest {

    private static final Contract CONTRACT = Contract.shipped();

    /** An example with the schema that it stands beside. */
    record Example(String name, ObjectNode schema, JsonNode value) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Example> examples() {
        var found = new ArrayList<Example>();
        collect("", CONTRACT.document(), found);
        return found;
    }

    private static void collect(String path, JsonNode node, List<Example> found) {
        node.path("examples")
                .properties()
                .forEach(example -> found.add(new Example(
                        path + "/" + example.getKey(),
                        (ObjectNode) CONTRACT.resolved(node.path("schema")),
                        example.getValue().path("value"))));
        node.properties().forEach(field -> collect(path + "/" + field.getKey(), field.getValue(), found));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_of_the_contract_fits_the_schema_beside_it(Example example) {
        assertThat(new SchemaCheck(example.schema(), CONTRACT.vocabulary()).check(example.value()))
                .isEmpty();
    }

    @Test
    void every_body_that_a_call_takes_has_an_example() {
        var bodies = CONTRACT.operations().stream()
                .filter(operation -> operation.body() != null)
                .count();

        assertThat(examples().stream().filter(example -> example.name().contains("requestBody")))
                .hasSizeGreaterThanOrEqualTo((int) bodies);
    }

    @Test
    void every_object_of_a_body_is_closed_and_every_text_has_a_form() {
        for (var operation : CONTRACT.operations()) {
            if (operation.body() != null) {
                assertClosed(operation.id(), operation.body());
            }
        }
    }

    private static void assertClosed(String path, JsonNode schema) {
        switch (schema.path("type").asText()) {
            case "object" -> {
                var rest = schema.path("additionalProperties");
                assertThat(rest.isMissingNode()).as(path + " is open").isFalse();
                if (rest.isObject()) {
                    assertThat(schema.path("propertyNames").has("pattern"))
                            .as(path + " takes any name")
                            .isTrue();
                    assertClosed(path + "/*", rest);
                }
                schema.path("properties")
                        .properties()
                        .forEach(property -> assertClosed(path + "/" + property.getKey(), property.getValue()));
            }
            case "array" -> assertClosed(path + "/0", schema.path("items"));
            case "string" ->
                assertThat(schema.has("pattern") || schema.has("enum"))
                        .as(path + " takes any text")
                        .isTrue();
            default -> assertThat(schema.path("type").asText()).as(path).isEqualTo("integer");
        }
    }

    @Test
    void every_write_takes_a_key_and_no_reading_does() {
        for (var operation : CONTRACT.operations()) {
            boolean reads = operation.method().equals("GET") || operation.id().equals("searchCases");
            assertThat(operation.takes(Call.IDEMPOTENCY_KEY)).as(operation.id()).isNotEqualTo(reads);
        }
    }

    @Test
    void no_address_carries_a_file_number() {
        assertThat(CONTRACT.operations()).allSatisfy(operation -> assertThat(operation.parameters().stream()
                        .map(Contract.Parameter::name)
                        .toList())
                .doesNotContain("fileNumber"));
    }

    @Test
    void what_shows_file_numbers_is_for_those_who_work_with_them() {
        var casework = Set.of("openCase", "recordStep", "recordStepByFileNumber", "claimLink", "listUnclaimedLinks");

        assertThat(CONTRACT.operations().stream().filter(operation -> casework.contains(operation.id())))
                .hasSize(casework.size())
                .allSatisfy(operation ->
                        assertThat(operation.roles()).containsExactlyInAnyOrder(Role.CASEWORKER, Role.SUPERVISOR));
    }
}
