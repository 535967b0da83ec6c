// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.caseledger.ledger.block.BlockViews;
import org.caseledger.ledger.block.Blocks;
import org.caseledger.ledger.block.ParsedTransaction;
import org.caseledger.ledger.block.TransactionParser;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.state.CommittedState;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/**
 * What a peer holds of one channel: configuration, state, transaction ids and the commit hash, and how a next
 * block changes them. One thread judges and commits; others read.
 */
public final class Ledger {
    private final ChannelConfig config;
    private final CommittedState state;
    private final TransactionIndex transactions = new TransactionIndex();
    private ByteString commitHash = ByteString.EMPTY;
    private ByteString headerHash;
    private long height;

    /** A ledger that begins with its configuration block and leaves in the given state, now empty, what is committed. */
    public Ledger(ChannelConfig config, Block genesis, CommittedState state) {
        this.config = config;
        this.state = state;
        this.headerHash = Blocks.headerHash(genesis.getHeader());
        this.height = 1;
        ParsedTransaction transaction =
                TransactionParser.parse(0, genesis.getData().getData(0));
        transactions.add(transaction.channelHeader().getTxId(), 0, TxValidationCode.VALID);
    }

    /** The configuration in force. */
    public ChannelConfig config() {
        return config;
    }

    /** The state after the newest block. */
    public CommittedState state() {
        return state;
    }

    /** The transaction ids. */
    public TransactionIndex transactions() {
        return transactions;
    }

    /** The hash that the next header must point to. */
    public ByteString headerHash() {
        return headerHash;
    }

    /** Number of blocks. */
    public long height() {
        return height;
    }

    /** Parses a block's transactions. */
    public static List<ParsedTransaction> parse(Block block) {
        return IntStream.range(0, block.getData().getDataCount())
                .parallel()
                .mapToObj(i -> TransactionParser.parse(i, block.getData().getData(i)))
                .toList();
    }

    /** Judges the next block; nothing changes yet. Signatures are verified on all cores. */
    public Judgement judge(long number, List<ParsedTransaction> parsed) {
        return new BlockJudge(config, state, transactions).judge(number, parsed, commitHash);
    }

    /**
     * Takes in a block of one's own that was judged when it was written: its codes are believed, its place in the
     * chain and its commit hash are recomputed.
     *
     * @return whether the block is consistent; when it is not, nothing changed
     */
    public boolean replay(Block block) {
        List<ParsedTransaction> parsed = parse(block);
        ByteString flags = Blocks.flags(block);
        ReadCheck writes = new ReadCheck(state, height);
        List<TxValidationCode> codes = IntStream.range(0, parsed.size())
                .mapToObj(i -> BlockViews.code(flags, i))
                .toList();
        parsed.stream()
                .filter(transaction -> codes.get(transaction.index()) == TxValidationCode.VALID)
                .forEach(writes::take);
        ByteString hash = CommitHash.of(flags, writes.updates(), commitHash);
        boolean consistent = block.getHeader().getNumber() == height
                && block.getHeader().getPreviousHash().equals(headerHash)
                && block.getHeader().getDataHash().equals(Blocks.dataHash(block.getData()))
                && hash.equals(Blocks.commitHash(block));
        if (consistent) {
            commit(block, parsed, new Judgement(codes, writes.updates(), hash, Map.of()));
        }
        return consistent;
    }

    /** Takes a judged block in. */
    public void commit(Block block, List<ParsedTransaction> parsed, Judgement judgement) {
        long number = block.getHeader().getNumber();
        for (ParsedTransaction transaction : parsed) {
            String id = transaction.channelHeader().getTxId();
            if (!id.isEmpty()) {
                transactions.add(id, number, judgement.codes().get(transaction.index()));
            }
        }
        state.apply(number, judgement.updates());
        commitHash = judgement.commitHash();
        headerHash = Blocks.headerHash(block.getHeader());
        height = number + 1;
    }
}
