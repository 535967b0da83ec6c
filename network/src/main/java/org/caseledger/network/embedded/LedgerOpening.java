// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.caseledger.ledger.block.BlockFile;
import org.caseledger.ledger.block.BlockFileException;
import org.caseledger.ledger.config.ChannelConfigReader;
import org.caseledger.ledger.config.ConfigException;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.state.WorldState;
import org.caseledger.ledger.validation.Ledger;
import org.caseledger.network.embedded.EmbeddedLedgerException.Reason;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the block file, writes block 0 into a new one, and rebuilds the state from all others. */
final class LedgerOpening {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerOpening.class);
    private static final long PROGRESS_NANOS = 2_000_000_000L;

    private final EmbeddedLedger where;
    private final EmbeddedLedgerOptions options;
    private final SignatureProvider provider;

    /** The file and what was rebuilt from it. */
    record Opened(BlockFile file, Ledger ledger, WorldState state) {}

    LedgerOpening(EmbeddedLedger where, EmbeddedLedgerOptions options, SignatureProvider provider) {
        this.where = where;
        this.options = options;
        this.provider = provider;
    }

    Opened open() {
        BlockFile file = file();
        try {
            if (file.height() == 0) {
                file.append(List.of(new GenesisBlock(options).render()));
            }
            WorldState state = new WorldState();
            return new Opened(file, rebuild(file, state), state);
        } catch (BlockFileException e) {
            file.close();
            throw damaged(e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private BlockFile file() {
        try {
            Files.createDirectories(options.directory());
            return BlockFile.open(where.blockFile());
        } catch (BlockFileException e) {
            throw damaged(e);
        } catch (IOException e) {
            throw new EmbeddedLedgerException(
                    Reason.STORAGE,
                    "The directory " + options.directory() + " cannot be made: check its rights and the free space.",
                    e);
        }
    }

    private static EmbeddedLedgerException damaged(BlockFileException e) {
        Reason reason = e.kind() == BlockFileException.Kind.DAMAGED ? Reason.DAMAGED_BLOCK_FILE : Reason.STORAGE;
        return new EmbeddedLedgerException(reason, String.valueOf(e.getMessage()), e);
    }

    private Ledger rebuild(BlockFile file, WorldState state) {
        Block genesis = file.read(0);
        requireSameNetwork(genesis);
        Ledger ledger = new Ledger(config(genesis), genesis, state);
        long told = System.nanoTime();
        for (long number = 1; number < file.height(); number++) {
            if (!ledger.replay(file.read(number))) {
                throw new EmbeddedLedgerException(
                        Reason.DAMAGED_BLOCK_FILE,
                        "Block " + number + " of " + where.blockFile() + " does not follow from the blocks before it:"
                                + " put a whole copy of the file in its place.");
            }
            if (System.nanoTime() - told > PROGRESS_NANOS) {
                told = System.nanoTime();
                LOG.info("Rebuilding the state: block {} of {}.", number, file.height());
            }
        }
        return ledger;
    }

    private org.caseledger.ledger.config.ChannelConfig config(Block genesis) {
        try {
            return new ChannelConfigReader(provider).read(genesis);
        } catch (ConfigException e) {
            throw new EmbeddedLedgerException(
                    Reason.CONFIGURATION, e.getMessage() + " Check the certificates and members given.", e);
        }
    }

    private void requireSameNetwork(Block genesis) {
        try {
            Payload payload = Payload.parseFrom(
                    Envelope.parseFrom(genesis.getData().getData(0)).getPayload());
            var found = ConfigEnvelope.parseFrom(payload.getData()).getConfig().getChannelGroup();
            var expected = new GenesisBlock(options).config().getConfig().getChannelGroup();
            boolean same = config(genesis).channel().equals(options.channel()) && found.equals(expected);
            if (!same) {
                throw otherNetwork();
            }
        } catch (InvalidProtocolBufferException e) {
            throw otherNetwork();
        }
    }

    private EmbeddedLedgerException otherNetwork() {
        return new EmbeddedLedgerException(
                Reason.OTHER_NETWORK,
                "The blocks in " + options.directory() + " belong to another network (its members, certificates, limits"
                        + " or name differ): give this network a directory of its own, or restore its certificates.");
    }
}
