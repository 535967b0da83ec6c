// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.ledger.block.Blocks;
import org.caseledger.ledger.identity.SigningIdentity;
import org.caseledger.ledger.validation.BlockSignatures;
import org.caseledger.ledger.validation.Judgement;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;

/** Writes a block's header and metadata and signs it with a quorum of the orderers' keys. */
final class BlockSigner {
    private static final int NONCE_BYTES = 24;
    private static final int LATEST_SEQUENCE = 2;

    private final Map<Integer, SigningIdentity> orderers;
    private final int quorum;
    private final SecureRandom random = new SecureRandom();

    BlockSigner(Map<Integer, SigningIdentity> orderers, int quorum) {
        this.orderers = new TreeMap<>(orderers);
        this.quorum = quorum;
    }

    Block sign(long number, ByteString previousHash, List<ByteString> transactions, Judgement judgement) {
        BlockData data = BlockData.newBuilder().addAllData(transactions).build();
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(number)
                .setPreviousHash(previousHash)
                .setDataHash(Blocks.dataHash(data))
                .build();
        return Block.newBuilder()
                .setHeader(header)
                .setData(data)
                .setMetadata(BlockMetadata.newBuilder()
                        .addMetadata(signatures(header))
                        .addMetadata(entry(
                                LastConfig.newBuilder().setIndex(0).build().toByteString()))
                        .addMetadata(judgement.flags())
                        .addMetadata(ByteString.EMPTY)
                        .addMetadata(entry(judgement.commitHash())))
                .build();
    }

    private ByteString signatures(BlockHeader header) {
        ByteString value = BlockSignatures.value(0, viewMetadata(header.getNumber()));
        Metadata.Builder entry = Metadata.newBuilder().setValue(value);
        orderers.entrySet().stream()
                .limit(quorum)
                .forEach(orderer -> entry.addSignatures(
                        BlockSignatures.sign(orderer.getKey(), orderer.getValue(), nonce(), value, header)));
        return entry.build().toByteString();
    }

    private ByteString nonce() {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        return ByteString.copyFrom(nonce);
    }

    private static ByteString entry(ByteString value) {
        return Metadata.newBuilder().setValue(value).build().toByteString();
    }

    /** SmartBFT's note of where its view stands: here view 0, and the block's number as the sequence. */
    private static ByteString viewMetadata(long sequence) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.writeUInt64(LATEST_SEQUENCE, sequence);
            out.flush();
            return ByteString.copyFrom(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written.", e);
        }
    }
}
