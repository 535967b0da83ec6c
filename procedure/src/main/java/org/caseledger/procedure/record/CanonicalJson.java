// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import com.fasterxml.jackson.databind.JsonNode;

/** Canonical JSON (RFC 8785) in UTF-8, and its strict parser: no duplicate names, no trailing content. */
public final class CanonicalJson {

    private CanonicalJson() {}

    public static byte[] write(JsonNode json) {
        throw new UnsupportedOperationException();
    }

    public static JsonNode read(byte[] utf8) {
        throw new UnsupportedOperationException();
    }

    /** SHA-256 of the canonical form, as 64 lowercase hex digits. */
    public static String hash(JsonNode json) {
        throw new UnsupportedOperationException();
    }
}
