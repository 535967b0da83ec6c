// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token lets its bearer do; openapi.yaml names the roles of each operation. */
public enum Role {
    CASEWORKER,
    SUPERVISOR,
    AUDITOR,
    DATA_PROTECTION_DESK,
    DATA_PROTECTION_OFFICER,
    OPERATOR;

    /** The word in tokens and in openapi.yaml. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
