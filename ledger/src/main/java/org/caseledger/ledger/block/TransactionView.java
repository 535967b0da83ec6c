// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of a block, parsed once.
 *
 * @param index place within the block
 * @param txId empty for a configuration transaction that carries none
 * @param type {@code ENDORSER_TRANSACTION} or {@code CONFIG}
 * @param creatorMspId the authority that signed the transaction
 * @param creator its serialized identity
 * @param timestamp the proposal's time as its creator claims it
 * @param chaincode name of the invoked chaincode; empty for a configuration
 * @param function first argument as UTF-8, without the others; empty for a configuration
 * @param arguments the arguments after the function
 * @param namespaces what was read and written, by namespace
 * @param event the chaincode's event, if it set one
 * @param code the validation code of the block's metadata; {@code NOT_VALIDATED} when the block carries none
 */
public record TransactionView(
        int index,
        String txId,
        String channel,
        HeaderType type,
        String creatorMspId,
        ByteString creator,
        Instant timestamp,
        String chaincode,
        String function,
        List<ByteString> arguments,
        List<NamespaceView> namespaces,
        @Nullable EventView event,
        List<EndorsementView> endorsements,
        TxValidationCode code) {

    /** Whether the transaction was judged valid, so that its writes count. */
    public boolean valid() {
        return code == TxValidationCode.VALID;
    }
}
