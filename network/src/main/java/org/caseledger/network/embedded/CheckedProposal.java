// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.caseledger.ledger.identity.Identity;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.SignedProposal;

/**
 * A proposal that may be executed: signed by a valid identity, with the right id, in time.
 *
 * @param arguments the chaincode's arguments, the function first
 * @param transientData what the chaincode may see and the ledger never does
 * @param hash what endorsers sign as the proposal's hash
 */
record CheckedProposal(
        SignedProposal signed,
        Header header,
        ChaincodeProposalPayload payload,
        String channel,
        String chaincode,
        String transactionId,
        ByteString nonce,
        long epoch,
        Instant timestamp,
        Identity creator,
        List<ByteString> arguments,
        Map<String, ByteString> transientData,
        ByteString hash) {}
