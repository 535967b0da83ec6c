// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.caseledger.cli.Json;

/**
 * An answer in the journal, for statements to be found in.
 *
 * @param number of the event
 * @param status of the HTTP answer; 0 where there was none
 */
public record Evidence(int number, int status, JsonNode answer) {

    /** The named values, each at its JSON pointer in the answer; null where nothing is there. */
    public ObjectNode at(Map<String, String> pointers) {
        ObjectNode found = Json.mapper().createObjectNode();
        pointers.forEach((name, pointer) -> found.set(name, answer.at(pointer)));
        return found;
    }

    /** The first item of the array at the pointer whose field has the value; a missing node if none has. */
    public JsonNode item(String array, String field, String value) {
        return StreamSupport.stream(answer.at(array).spliterator(), false)
                .filter(item -> item.at(field).asText().equals(value))
                .findFirst()
                .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
    }
}
