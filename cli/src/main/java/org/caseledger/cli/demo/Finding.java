// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.caseledger.cli.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an evaluation must say.
 *
 * @param say the statement's id
 * @param in a field of the evaluation: {@code responsible}, {@code ended}, or one of its lists
 * @param of which item of the list: its limit or step
 * @param is fields with their values
 */
record Finding(String say, String in, @Nullable String of, ObjectNode is) {

    /** The part of the evaluation that it is about, with the day that was asked for. */
    ObjectNode found(Evidence evidence) {
        JsonNode part = of == null ? evidence.answer().at("/evaluation/" + in) : item(evidence, of);
        ObjectNode found = Json.mapper().createObjectNode();
        found.set("asOf", evidence.answer().at("/evaluation/asOf"));
        if (part instanceof ObjectNode object) {
            found.setAll(object);
        }
        return found;
    }

    private JsonNode item(Evidence evidence, String name) {
        String list = "/evaluation/" + in;
        return switch (in) {
            case "limits" -> evidence.item(list, "/current/limit", name).path("current");
            case "lapsed" -> evidence.item(list, "/limit", name);
            default -> evidence.item(list, "/step", name);
        };
    }
}
