// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.config;

import com.google.protobuf.ByteString;
import java.util.List;

/**
 * The ordering part of a configuration.
 *
 * @param maxTransactions most transactions in a block
 * @param maxBytes most bytes of transactions in a block
 * @param consenters who signs blocks
 */
public record OrdererSettings(int maxTransactions, int maxBytes, List<ConsenterIdentity> consenters) {

    /** One orderer of the BFT mapping; {@code serialized} is its identity as in transactions. */
    public record ConsenterIdentity(int id, String mspId, ByteString serialized) {}

    /** How many orderers must have signed a block: more than two thirds, as Fabric counts. */
    public int quorum() {
        int nodes = consenters.size();
        int faulty = (nodes - 1) / 3;
        return (nodes + faulty + 2) / 2;
    }
}
