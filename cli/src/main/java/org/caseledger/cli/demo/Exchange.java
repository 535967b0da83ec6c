// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One call of a REST interface and its answer.
 *
 * @param request what was sent; missing node for a GET
 * @param answer what came back, a problem included; missing node if the body was empty
 */
public record Exchange(
        String authority, String role, String method, String path, JsonNode request, int status, JsonNode answer) {

    public boolean succeeded() {
        return status / 100 == 2;
    }
}
