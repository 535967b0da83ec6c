// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.replay;

import java.time.Instant;
import java.util.List;

/**
 * What a block says of a transaction before its result: all that a function may depend on, beside the state.
 *
 * @param arguments function and argument, as bytes
 * @param creator serialized identity of the signer
 * @param timestamp as the signer claims it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a block, never compared
public record RecordedTransaction(
        String txId, String channel, List<byte[]> arguments, byte[] creator, Instant timestamp) {

    public RecordedTransaction {
        arguments = List.copyOf(arguments);
    }
}
