// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Whether what was found has every expected field with the expected value. */
final class Matching {
    private Matching() {}

    static boolean holds(ObjectNode expected, ObjectNode found) {
        if (expected.isEmpty()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            if (!same(field.getValue(), found.path(field.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Numbers are compared by value: a parsed 3 may be another node type than a written one. */
    private static boolean same(JsonNode expected, JsonNode found) {
        boolean numbers = expected.isIntegralNumber() && found.isIntegralNumber();
        return numbers ? expected.longValue() == found.longValue() : expected.equals(found);
    }
}
