// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import java.util.Arrays;
import java.util.Locale;

/** A data subject's right; each has a procedure of its own on the ledger. */
enum Right {
    ACCESS,
    RECTIFICATION,
    ERASURE,
    RESTRICTION,
    OBJECTION;

    private static final String PREFIX = "gdpr-";

    /** The word of openapi.yaml. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Right of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** What the versions of its definition begin with. */
    String definition() {
        return PREFIX + word() + "@";
    }

    /** @param definition id of a definition that a request is pinned to, e.g. {@code gdpr-access@1} */
    static Right ofDefinition(String definition) {
        return Arrays.stream(values())
                .filter(right -> definition.startsWith(right.definition()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no data subject's request: " + definition));
    }
}
