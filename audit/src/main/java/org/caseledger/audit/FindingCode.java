// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import org.caseledger.ledger.validation.BlockFault;

/** What an audit can find. A code is never renamed and never reused; docs/audit.md says what each means. */
public enum FindingCode {
    NO_BLOCKS("The directory holds no block file."),
    BLOCK_FILE_DAMAGED("A block file is damaged, so that its blocks cannot be read."),
    BLOCK_FILE_TORN("A block file ends within a block: the copy is cut short."),
    HEAD_MISSING("The copy lacks a block that is known to exist, or holds another one in its place."),
    COPIES_DIFFER("Two copies hold different blocks under one number: somebody was shown another ledger."),

    GENESIS_NOT_TRUSTED("Block 0 is not the one that is trusted."),
    GENESIS_UNUSABLE("Block 0 cannot be read as the configuration of a channel, so that nothing can be judged."),
    ROOT_NOT_TRUSTED("Block 0 names an authority with a root certificate that is not trusted."),
    TRUSTED_ROOT_ABSENT("A trusted root certificate is not the one that block 0 has for that authority."),
    FOUNDERS_DIFFER("The founding participants are not the authorities that block 0 lets endorse."),

    BLOCK_OUT_OF_ORDER("A block is missing, doubled or out of order."),
    CHAIN_BROKEN("A block does not point to the one before it."),
    DATA_ALTERED("A block's data is not what its header says."),
    BLOCK_MALFORMED("A block cannot be read, or not in one way only."),
    QUORUM_MISSING("Too few orderers signed a block."),
    NOT_A_WRITER("A transaction was signed by somebody who may not write."),
    FLAG_WRONG("A transaction's validity flag is not what the rules give."),
    COMMIT_HASH_WRONG("A block's commit hash is not what flags and writes give."),
    FEATURE_UNKNOWN("A transaction uses a feature of Fabric that this audit does not know; it was not judged."),

    NOT_REPRODUCIBLE("The contract, executed again, writes something else than the block says."),
    REFUSED_BY_CONTRACT("The contract, executed again, refuses a transaction that the block calls valid."),
    READS_DIFFER("The contract, executed again, reads other keys than the block says."),
    EVENT_DIFFERS("The contract, executed again, announces something else than the block says."),
    FOREIGN_WRITE("A transaction wrote to the contract's state without the contract, or beyond it."),
    CASE_UNREADABLE("A case cannot be evaluated from what the ledger holds."),
    CASE_STATE_DIFFERS("A case's marking is not what a replay of all its steps gives.");

    private final String sentence;

    FindingCode(String sentence) {
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }

    static FindingCode of(BlockFault fault) {
        return switch (fault) {
            case NUMBER -> BLOCK_OUT_OF_ORDER;
            case GENESIS_HASH -> GENESIS_NOT_TRUSTED;
            case PREVIOUS_HASH -> CHAIN_BROKEN;
            case DATA_HASH -> DATA_ALTERED;
            case MALFORMED -> BLOCK_MALFORMED;
            case FOREIGN_ROOT -> ROOT_NOT_TRUSTED;
            case ORDERER_QUORUM -> QUORUM_MISSING;
            case NOT_A_WRITER -> NOT_A_WRITER;
            case VALIDATION_CODE -> FLAG_WRONG;
            case COMMIT_HASH -> COMMIT_HASH_WRONG;
            case UNSUPPORTED -> FEATURE_UNKNOWN;
        };
    }
}
