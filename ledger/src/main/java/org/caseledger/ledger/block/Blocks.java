// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import org.caseledger.ledger.crypto.Hashes;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Metadata;

/** A block's hashes and metadata entries. */
public final class Blocks {
    /** How many metadata entries a block of Fabric 3 carries. */
    public static final int METADATA_ENTRIES = BlockMetadataIndex.COMMIT_HASH_VALUE + 1;

    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 0x02;
    private static final int OCTETS = 0x04;

    private Blocks() {}

    /** The header in ASN.1 DER: what is hashed and what orderers sign. */
    public static ByteString headerBytes(BlockHeader header) {
        BigInteger number = new BigInteger(Long.toUnsignedString(header.getNumber()));
        ByteArrayOutputStream body = new ByteArrayOutputStream(96);
        append(body, INTEGER, number.toByteArray());
        append(body, OCTETS, header.getPreviousHash().toByteArray());
        append(body, OCTETS, header.getDataHash().toByteArray());
        ByteArrayOutputStream whole = new ByteArrayOutputStream(100);
        append(whole, SEQUENCE, body.toByteArray());
        return ByteString.copyFrom(whole.toByteArray());
    }

    private static void append(ByteArrayOutputStream out, int tag, byte[] content) {
        out.write(tag);
        if (content.length > 0x7f) {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int from = length[0] == 0 ? 1 : 0;
            out.write(0x80 | (length.length - from));
            out.write(length, from, length.length - from);
        } else {
            out.write(content.length);
        }
        out.writeBytes(content);
    }

    /** SHA-256 of the header's ASN.1 form. */
    public static ByteString headerHash(BlockHeader header) {
        return Hashes.sha256(headerBytes(header));
    }

    /** SHA-256 of all transactions, one after the other. */
    public static ByteString dataHash(BlockData data) {
        return Hashes.sha256(data.getDataList());
    }

    /** One metadata entry; empty when the block has no such entry. */
    public static ByteString metadata(Block block, BlockMetadataIndex index) {
        var entries = block.getMetadata();
        return index.getNumber() < entries.getMetadataCount()
                ? entries.getMetadata(index.getNumber())
                : ByteString.EMPTY;
    }

    /** The validation codes that the block carries, one byte a transaction; empty when it carries none. */
    public static ByteString flags(Block block) {
        return metadata(block, BlockMetadataIndex.TRANSACTIONS_FILTER);
    }

    /** The commit hash that the block carries; empty when it carries none or a broken one. */
    public static ByteString commitHash(Block block) {
        try {
            return Metadata.parseFrom(metadata(block, BlockMetadataIndex.COMMIT_HASH))
                    .getValue();
        } catch (InvalidProtocolBufferException e) {
            return ByteString.EMPTY;
        }
    }
}
