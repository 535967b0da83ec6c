// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.certificates;

/** What a signing identity may be in its organisation: the four node OUs of a Fabric MSP. */
public enum NodeOu {
    CLIENT("client"),
    PEER("peer"),
    ORDERER("orderer"),
    ADMIN("admin");

    private final String ou;

    NodeOu(String ou) {
        this.ou = ou;
    }

    /** The value of the subject's {@code OU}, as the MSP's {@code config.yaml} names it. */
    public String ou() {
        return ou;
    }
}
