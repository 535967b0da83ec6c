// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.WorldState.StateUpdate;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * What the rules say of a block.
 *
 * @param codes one a transaction
 * @param updates what the valid ones leave behind, sorted
 * @param commitHash the chained hash of both
 * @param unsupported places of transactions that would be valid but use what these rules do not know, with its name
 */
public record Judgement(
        List<TxValidationCode> codes,
        Map<StateKey, StateUpdate> updates,
        ByteString commitHash,
        Map<Integer, String> unsupported) {

    /** The codes as the block carries them, one byte a transaction. */
    public ByteString flags() {
        return flags(codes);
    }

    static ByteString flags(List<TxValidationCode> codes) {
        byte[] flags = new byte[codes.size()];
        for (int i = 0; i < flags.length; i++) {
            flags[i] = (byte) codes.get(i).getNumber();
        }
        return ByteString.copyFrom(flags);
    }
}
