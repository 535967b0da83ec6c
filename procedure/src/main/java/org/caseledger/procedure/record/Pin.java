// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

/**
 * A definition or calendar that a case is bound to.
 *
 * @param id {@code name@version}
 * @param hash SHA-256 of its canonical JSON, hex
 */
public record Pin(String id, String hash) {

    public Pin {
        Forms.requireVersioned("id", id);
        Forms.requireHex256("hash", hash);
    }
}
