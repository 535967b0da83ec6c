// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

/** What may be wrong with a block. The names are stable. */
public enum BlockFault {
    /** The block is not the next one in number. */
    NUMBER,
    /** Block 0 is not the one that the reader trusts. */
    GENESIS_HASH,
    /** The header does not point to the block before. */
    PREVIOUS_HASH,
    /** The data is not what the header says. */
    DATA_HASH,
    /** The block or a part of it cannot be read, or not in one way only. */
    MALFORMED,
    /** The configuration is not rooted in the certificates that the reader trusts. */
    FOREIGN_ROOT,
    /** Too few orderers of the configuration before signed the block. */
    ORDERER_QUORUM,
    /** A transaction's creator is not one of the channel's writers, so that no orderer should have taken it. */
    NOT_A_WRITER,
    /** A transaction's validation code is not what the rules give. */
    VALIDATION_CODE,
    /** The commit hash is not what the flags and writes give. */
    COMMIT_HASH,
    /** A transaction uses a feature that these rules do not know: it was not judged. */
    UNSUPPORTED
}
