// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a handler answers.
 *
 * @param replayed whether the same key had this answer before
 */
public record Answer(int status, JsonNode body, boolean replayed) {

    public static Answer ok(JsonNode body) {
        return new Answer(200, body, false);
    }

    public static Answer of(int status, JsonNode body) {
        return new Answer(status, body, false);
    }
}
