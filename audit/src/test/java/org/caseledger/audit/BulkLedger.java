// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.caseledger.ledger.block.BlockFile;
import org.caseledger.ledger.block.Blocks;
import org.caseledger.ledger.block.TransactionParser;
import org.caseledger.ledger.config.ChannelConfigReader;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.identity.SigningIdentity;
import org.caseledger.ledger.state.CommittedState;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.StateValue;
import org.caseledger.ledger.state.WorldState.StateUpdate;
import org.caseledger.ledger.validation.BlockSignatures;
import org.caseledger.ledger.validation.Judgement;
import org.caseledger.ledger.validation.Ledger;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** Goes on with a ledger's block file, block by block; it keeps only what a next step can read. */
final class BulkLedger implements AutoCloseable {

    private static final int BLOCKS_AT_ONCE = 64;
    private static final int QUORUM = 3;

    private final BlockFile file;
    private final Map<Integer, SigningIdentity> orderers;
    private final NextSteps state = new NextSteps();
    private final Ledger ledger;
    private final List<Block> waiting = new ArrayList<>();

    /** State without entries and command ids, which no step in order reads. */
    private static final class NextSteps implements CommittedState {
        private final Map<StateKey, StateValue> values = new HashMap<>();

        @Override
        public Optional<StateValue> get(StateKey key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public void apply(long block, Map<StateKey, StateUpdate> updates) {
            updates.forEach((key, update) -> {
                var value = update.value();
                if (value != null
                        && !key.key().startsWith("step/")
                        && !key.key().startsWith("command/")) {
                    values.put(key, new StateValue(value, update.version()));
                }
            });
        }
    }

    BulkLedger(BlockFile file, Map<Integer, SigningIdentity> orderers, SignatureProvider judging) {
        this.file = file;
        this.orderers = orderers;
        var genesis = file.read(0);
        this.ledger = new Ledger(new ChannelConfigReader(judging).read(genesis), genesis, state);
        for (var number = 1L; number < file.height(); number++) {
            if (!ledger.replay(file.read(number))) {
                throw new IllegalStateException("block " + number + " does not follow");
            }
        }
    }

    Optional<StateValue> get(StateKey key) {
        return state.get(key);
    }

    /** Nobody asks this key again. */
    void forget(StateKey key) {
        state.values.remove(key);
    }

    void append(List<ByteString> envelopes) {
        var parsed = IntStream.range(0, envelopes.size())
                .parallel()
                .mapToObj(i -> TransactionParser.parse(i, envelopes.get(i)))
                .toList();
        var judgement = ledger.judge(ledger.height(), parsed);
        if (!judgement.codes().stream().allMatch(code -> code == TxValidationCode.VALID)) {
            throw new IllegalStateException("not every transaction is valid: " + judgement.codes());
        }
        var block = seal(envelopes, judgement);
        ledger.commit(block, parsed, judgement);
        waiting.add(block);
        if (waiting.size() == BLOCKS_AT_ONCE) {
            flush();
        }
    }

    private void flush() {
        file.append(waiting);
        waiting.clear();
    }

    private Block seal(List<ByteString> envelopes, Judgement judgement) {
        var data = BlockData.newBuilder().addAllData(envelopes).build();
        var header = BlockHeader.newBuilder()
                .setNumber(ledger.height())
                .setPreviousHash(ledger.headerHash())
                .setDataHash(Blocks.dataHash(data))
                .build();
        var metadata = BlockMetadata.newBuilder()
                .addMetadata(signatures(header))
                .addMetadata(entry(LastConfig.newBuilder().setIndex(0).build().toByteString()))
                .addMetadata(judgement.flags())
                .addMetadata(ByteString.EMPTY)
                .addMetadata(entry(judgement.commitHash()));
        return Block.newBuilder()
                .setHeader(header)
                .setData(data)
                .setMetadata(metadata)
                .build();
    }

    private ByteString signatures(BlockHeader header) {
        var value = BlockSignatures.value(0, ByteString.EMPTY);
        var entry = Metadata.newBuilder().setValue(value);
        orderers.entrySet().stream()
                .limit(QUORUM)
                .forEach(orderer -> entry.addSignatures(BlockSignatures.sign(
                        orderer.getKey(), orderer.getValue(), ByteString.copyFrom(new byte[24]), value, header)));
        return entry.build().toByteString();
    }

    private static ByteString entry(ByteString value) {
        return Metadata.newBuilder().setValue(value).build().toByteString();
    }

    @Override
    public void close() {
        flush();
        file.close();
    }
}
