// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.caseledger.ledger.block.BlockViews;
import org.caseledger.ledger.block.Blocks;
import org.caseledger.ledger.block.ParsedTransaction;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.config.ChannelConfigReader;
import org.caseledger.ledger.config.ConfigException;
import org.caseledger.ledger.config.PolicyPaths;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.identity.Msp;
import org.caseledger.ledger.state.CommittedState;
import org.caseledger.ledger.state.WorldState;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;

/**
 * Walks a ledger from block 0 and recomputes everything that a Fabric peer would have checked, from the blocks and
 * {@link Trust} alone. Give it every block in order. Not thread-safe.
 *
 * <pre>{@code
 * BlockVerifier verifier = BlockVerifier.create(trust);
 * for (Block block : file) {
 *     report(verifier.verify(block).findings());
 * }
 * }</pre>
 */
public final class BlockVerifier {
    private final Trust trust;
    private final SignatureProvider provider;
    private final CommittedState state;
    private @Nullable Ledger ledger;

    private BlockVerifier(Trust trust, SignatureProvider provider, CommittedState state) {
        this.trust = trust;
        this.provider = provider;
        this.state = state;
    }

    /** A verifier that awaits block 0 and uses the fastest signature provider. */
    public static BlockVerifier create(Trust trust) {
        return create(trust, SignatureProvider.best());
    }

    /** A verifier that awaits block 0 and keeps the state in memory. */
    public static BlockVerifier create(Trust trust, SignatureProvider provider) {
        return create(trust, provider, new WorldState());
    }

    /** A verifier that awaits block 0 and leaves in the given state, now empty, what is committed. */
    public static BlockVerifier create(Trust trust, SignatureProvider provider, CommittedState state) {
        return new BlockVerifier(trust, provider, state);
    }

    /**
     * Judges the next block; findings do not stop the walk.
     *
     * @throws ConfigException when block 0 cannot be used at all, so that nothing can be judged
     */
    public BlockReport verify(Block block) {
        return verify(block, report -> {});
    }

    /**
     * Judges the next block and shows the result while the state is still what the blocks before it left.
     *
     * @throws ConfigException when block 0 cannot be used at all, so that nothing can be judged
     */
    public BlockReport verify(Block block, Consumer<BlockReport> beforeCommit) {
        Ledger current = ledger;
        if (current == null) {
            BlockReport report = genesis(block);
            beforeCommit.accept(report);
            return report;
        }
        return next(current, block, beforeCommit);
    }

    /**
     * The configuration in force.
     *
     * @throws IllegalStateException before block 0
     */
    public ChannelConfig config() {
        Ledger current = ledger;
        if (current == null) {
            throw new IllegalStateException("Verify block 0 first.");
        }
        return current.config();
    }

    private BlockReport genesis(Block block) {
        Findings findings = new Findings(0);
        ChannelConfig config = new ChannelConfigReader(provider).read(block);
        findings.check(
                block.getHeader().getNumber() == 0, BlockFault.NUMBER, "The ledger does not begin with block 0.");
        findings.check(
                Blocks.headerHash(block.getHeader()).equals(trust.genesisHash()),
                BlockFault.GENESIS_HASH,
                "Block 0 is not the one that the trust names.");
        findings.check(
                Blocks.dataHash(block.getData()).equals(block.getHeader().getDataHash()),
                BlockFault.DATA_HASH,
                "The data of block 0 is not what its header says.");
        config.msps()
                .msps()
                .values()
                .forEach(msp -> findings.check(
                        rooted(msp),
                        BlockFault.FOREIGN_ROOT,
                        "The MSP " + msp.id() + " has a root that is not trusted."));
        checkMetadata(block, findings);
        ByteString flags = Blocks.flags(block);
        findings.check(
                flags.isEmpty() || (flags.size() == 1 && BlockViews.code(flags, 0) == TxValidationCode.VALID),
                BlockFault.VALIDATION_CODE,
                "Block 0 is not marked as valid.");
        ledger = new Ledger(config, block, state);
        return new BlockReport(BlockViews.of(block), List.of(TxValidationCode.VALID), findings.list());
    }

    private boolean rooted(Msp msp) {
        return trust.roots().getOrDefault(msp.id(), List.of()).containsAll(msp.roots());
    }

    private BlockReport next(Ledger current, Block block, Consumer<BlockReport> beforeCommit) {
        long number = current.height();
        Findings findings = new Findings(number);
        checkChain(current, block, number, findings);
        checkMetadata(block, findings);
        List<ParsedTransaction> parsed = Ledger.parse(block);
        checkForm(current.config(), block, parsed, findings);
        Judgement judgement = current.judge(number, parsed);
        compare(block, judgement, findings);
        BlockReport report = new BlockReport(BlockViews.of(block, parsed), judgement.codes(), findings.list());
        beforeCommit.accept(report);
        current.commit(block, parsed, judgement);
        return report;
    }

    private static void checkChain(Ledger current, Block block, long number, Findings findings) {
        var header = block.getHeader();
        findings.check(header.getNumber() == number, BlockFault.NUMBER, "The block is not the next in number.");
        findings.check(
                header.getPreviousHash().equals(current.headerHash()),
                BlockFault.PREVIOUS_HASH,
                "The header does not point to the block before.");
        findings.check(
                Blocks.dataHash(block.getData()).equals(header.getDataHash()),
                BlockFault.DATA_HASH,
                "The data is not what the header says.");
        findings.check(
                BlockSignatures.satisfied(block, current.config()),
                BlockFault.ORDERER_QUORUM,
                "Too few orderers of the configuration signed the block.");
    }

    private static void checkMetadata(Block block, Findings findings) {
        findings.check(
                MetadataCheck.holds(block, 0),
                BlockFault.MALFORMED,
                "The block or its metadata is not in its one form, or names another configuration block than 0.");
    }

    private static void checkForm(
            ChannelConfig config, Block block, List<ParsedTransaction> parsed, Findings findings) {
        findings.check(!parsed.isEmpty(), BlockFault.MALFORMED, "The block is empty.");
        for (ParsedTransaction transaction : parsed) {
            int i = transaction.index();
            var envelope = transaction.envelope();
            boolean oneForm = envelope.toByteString().equals(block.getData().getData(i))
                    && envelope.getUnknownFields().asMap().isEmpty()
                    && !envelope.getPayload().isEmpty()
                    && !envelope.getSignature().isEmpty();
            findings.check(oneForm, BlockFault.MALFORMED, i, "The envelope is not in its one form.");
            boolean writer = config.msps()
                    .find(transaction.signatureHeader().getCreator())
                    .filter(creator -> config.policy(PolicyPaths.WRITERS).satisfied(List.of(creator)))
                    .isPresent();
            findings.check(writer, BlockFault.NOT_A_WRITER, i, "The creator may not write to the channel.");
        }
    }

    private static void compare(Block block, Judgement judgement, Findings findings) {
        ByteString flags = Blocks.flags(block);
        findings.check(
                flags.size() == judgement.codes().size(),
                BlockFault.VALIDATION_CODE,
                "The block does not carry one validation code a transaction.");
        for (int i = 0; i < judgement.codes().size(); i++) {
            TxValidationCode said = BlockViews.code(flags, i);
            TxValidationCode found = judgement.codes().get(i);
            findings.check(
                    said == found || judgement.unsupported().containsKey(i),
                    BlockFault.VALIDATION_CODE,
                    i,
                    "The block says " + said + " where the rules give " + found + ".");
        }
        for (Map.Entry<Integer, String> feature : judgement.unsupported().entrySet()) {
            findings.check(
                    false,
                    BlockFault.UNSUPPORTED,
                    feature.getKey(),
                    "The transaction uses " + feature.getValue() + ".");
        }
        findings.check(
                Blocks.commitHash(block).equals(judgement.commitHash()),
                BlockFault.COMMIT_HASH,
                "The commit hash is not what flags and writes give.");
    }

    private static final class Findings {
        private final long block;
        private final List<BlockFinding> found = new ArrayList<>();

        Findings(long block) {
            this.block = block;
        }

        void check(boolean holds, BlockFault fault, String otherwise) {
            check(holds, fault, -1, otherwise);
        }

        void check(boolean holds, BlockFault fault, int transaction, String otherwise) {
            if (!holds) {
                found.add(new BlockFinding(fault, block, transaction, otherwise));
            }
        }

        List<BlockFinding> list() {
            return List.copyOf(found);
        }
    }
}
