// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Writes a definition as a person would: an entry of a list a line. */
final class Flow {

    private Flow() {}

    static String write(JsonNode definition) {
        var text = new StringBuilder();
        definition.properties().forEach(field -> {
            text.append(field.getKey()).append(':');
            if (field.getValue().isArray()) {
                field.getValue().forEach(entry -> text.append("\n  - ").append(flow(entry)));
                text.append('\n');
            } else {
                text.append(' ').append(flow(field.getValue())).append('\n');
            }
        });
        return text.toString();
    }

    private static String flow(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(field -> field.getKey() + ": " + flow(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        } else if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(Flow::flow)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        var isCode = node.isTextual() && node.asText().matches("[0-9]+|yes|no|true|false");
        return isCode ? "'" + node.asText() + "'" : node.asText();
    }
}
