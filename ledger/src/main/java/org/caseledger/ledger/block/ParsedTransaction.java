// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;

/**
 * One transaction as far as it can be read, parsed once for everyone who judges or shows it. Parts that could not be
 * read are the empty message; {@code unreadable} then says which code the first such part means.
 *
 * @param index place within the block
 * @param actions how many actions it has; exactly one is allowed
 * @param actionHeader the action's own signature header
 * @param namespaces read and write sets in the order given
 * @param proposalHash what the endorsers signed as the proposal's hash
 * @param unreadable the code for the first part that is broken; null when all could be read
 */
public record ParsedTransaction(
        int index,
        Envelope envelope,
        Header header,
        ChannelHeader channelHeader,
        SignatureHeader signatureHeader,
        int actions,
        ByteString actionHeader,
        ChaincodeActionPayload action,
        ByteString proposalHash,
        ChaincodeAction result,
        boolean resultPresent,
        List<ParsedNamespace> namespaces,
        @Nullable TxValidationCode unreadable) {

    /** Whether it configures the channel. */
    public boolean isConfig() {
        return channelHeader.getType() == org.hyperledger.fabric.protos.common.HeaderType.CONFIG_VALUE;
    }
}
