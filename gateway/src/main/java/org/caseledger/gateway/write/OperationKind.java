// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import java.util.Locale;

/** What a write does. */
public enum OperationKind {
    OPEN,
    STEP,
    CORRECTION,
    PARTY,
    SEAL,
    CLAIM,
    REQUEST,
    DECISION,
    /** What was done about a request besides deciding. */
    ACTION,
    CLOSURE,
    /** A part of a decision's erasure; nobody asks for it by key. */
    ERASURE;

    /** The word in tables and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static OperationKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
