// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.topology;

/** What an authority listens with. */
public enum ServicePort {
    /** The gateway's REST interface. */
    API(0),
    /** The gateway's feed for its own privacy service. */
    FEED(1),
    GATEWAY_MANAGEMENT(2),
    PRIVACY(3),
    PRIVACY_MANAGEMENT(4),
    /** The authority's peer of the ledger. */
    PEER(5);

    private final int offset;

    ServicePort(int offset) {
        this.offset = offset;
    }

    /** Place within the ten ports of an authority. */
    int offset() {
        return offset;
    }
}
