// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import org.caseledger.ledger.config.ChannelConfig;

/** What every peer of the channel works with. */
record ChannelServices(
        ChannelConfig config,
        ProposalCheck proposals,
        Endorsing endorsing,
        SubmissionCheck submissions,
        Orderer orderer,
        Peers peers) {}
