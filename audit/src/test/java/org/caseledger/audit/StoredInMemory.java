// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import org.caseledger.ledger.block.StoredBlock;
import org.caseledger.ledger.index.FiledState;
import org.hyperledger.fabric.protos.common.Block;

/** Blocks that no block file would take, one behind the other. */
final class StoredInMemory implements FiledState.Bytes {

    private ByteString all = ByteString.copyFromUtf8("begins elsewhere");

    StoredBlock store(Block block) {
        var position = all.size();
        all = all.concat(block.toByteString());
        return new StoredBlock(block, position, block.toByteString().asReadOnlyByteBuffer());
    }

    @Override
    public ByteBuffer at(long position, int most) {
        var from = (int) position;
        return all.substring(from, Math.min(all.size(), from + most)).asReadOnlyByteBuffer();
    }
}
