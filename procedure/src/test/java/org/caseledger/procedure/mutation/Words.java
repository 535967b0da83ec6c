// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** The names and texts of a JSON tree. */
public final class Words {

    private Words() {}

    public static void addTo(Set<String> words, JsonNode json) {
        if (json.isObject()) {
            json.properties().forEach(entry -> {
                words.add(last(entry.getKey()));
                addTo(words, entry.getValue());
            });
        } else if (json.isArray()) {
            json.forEach(element -> addTo(words, element));
        } else if (json.isTextual()) {
            words.add(json.asText());
        }
    }

    /** {@code case.absconding} is known as {@code absconding}. */
    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
