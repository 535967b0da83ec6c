// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.identity;

/** What an identity is to its MSP, by the organisational unit in its certificate. */
public enum NodeRole {
    CLIENT("client"),
    PEER("peer"),
    ADMIN("admin"),
    ORDERER("orderer");

    private final String unit;

    NodeRole(String unit) {
        this.unit = unit;
    }

    /** The organisational unit that names the role in certificates of this project. */
    public String unit() {
        return unit;
    }
}
