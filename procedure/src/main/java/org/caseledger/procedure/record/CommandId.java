// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

/**
 * The id of one entry, unique on the ledger: 128 random bits as 32 lowercase hex digits, chosen by the submitter and derived from
 * nothing.
 *
 * @param value the 32 hex digits
 */
public record CommandId(String value) implements Comparable<CommandId> {

    public CommandId {
        Forms.requireHex128("command", value);
    }

    @Override
    public int compareTo(CommandId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
