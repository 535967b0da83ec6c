// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

/**
 * The ledger's id of a case or of a data protection request: 128 random bits as 32 lowercase hex digits, derived from
 * nothing.
 *
 * @param value the 32 hex digits
 */
public record CaseId(String value) implements Comparable<CaseId> {

    public CaseId {
        Forms.requireHex128("case", value);
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
