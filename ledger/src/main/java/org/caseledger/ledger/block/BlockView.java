// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import com.google.protobuf.ByteString;
import java.util.List;

/**
 * One block, parsed once.
 *
 * @param headerHash SHA-256 of the header's ASN.1 form: the next block's {@code previousHash}
 * @param commitHash of the block's metadata; empty where the block carries none
 */
public record BlockView(
        long number,
        ByteString previousHash,
        ByteString dataHash,
        ByteString headerHash,
        ByteString commitHash,
        List<TransactionView> transactions) {}
