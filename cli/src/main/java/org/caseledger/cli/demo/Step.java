// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.caseledger.cli.Json;
import org.jspecify.annotations.Nullable;

/** A step of a played case, by its name in the definition. */
record Step(String step, String role, String date, Map<String, String> attributes) {

    Step(String step, String role, String date, @Nullable Map<String, String> attributes) {
        this.step = step;
        this.role = role;
        this.date = date;
        this.attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
    }

    /** As the REST interface takes it. */
    ObjectNode body() {
        ObjectNode json = Json.mapper()
                .createObjectNode()
                .put("step", step)
                .put("role", role)
                .put("occurredOn", date);
        attributes.forEach(json.putObject("attributes")::put);
        return json;
    }
}
