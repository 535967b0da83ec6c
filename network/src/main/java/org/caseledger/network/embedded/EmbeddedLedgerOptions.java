// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * What an embedded ledger is made of. The first start renders block 0 from it; later starts compare.
 *
 * @param directory where the block file lies; created when missing
 * @param channel the channel's name
 * @param members at least one that endorses
 * @param consenters the orderer identities; four or more tolerate a fault in Fabric's rule
 * @param clock judges a proposal's time window
 */
public record EmbeddedLedgerOptions(
        Path directory,
        String channel,
        List<Member> members,
        List<Consenter> consenters,
        DeployedChaincode chaincode,
        Limits limits,
        Clock clock) {

    /** Options with default limits and the machine's clock. */
    public static EmbeddedLedgerOptions of(
            Path directory,
            String channel,
            List<Member> members,
            List<Consenter> consenters,
            DeployedChaincode chaincode) {
        return new EmbeddedLedgerOptions(
                directory, channel, members, consenters, chaincode, Limits.DEFAULT, Clock.systemUTC());
    }
}
