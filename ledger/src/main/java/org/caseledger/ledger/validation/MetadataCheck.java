// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import org.caseledger.ledger.block.Blocks;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;

/** Whether a block holds nothing that neither a hash nor a signature covers, beyond what follows from the rest. */
@SuppressWarnings("deprecation") // Fabric 3 still writes and checks the entries that its protocol calls deprecated
final class MetadataCheck {
    private MetadataCheck() {}

    /** Whether the block has its one form and names this block as the last configuration, in both places. */
    static boolean holds(Block block, long lastConfig) {
        try {
            return plain(block)
                    && plain(block.getHeader())
                    && plain(block.getData())
                    && plain(block.getMetadata())
                    && block.getMetadata().getMetadataCount() == Blocks.METADATA_ENTRIES
                    && Blocks.metadata(block, BlockMetadataIndex.ORDERER).isEmpty()
                    && signatures(block, lastConfig)
                    && lastConfig(block, lastConfig)
                    && unsigned(block, BlockMetadataIndex.COMMIT_HASH);
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static boolean plain(Message message) {
        return message.getUnknownFields().asMap().isEmpty();
    }

    private static Metadata entry(Block block, BlockMetadataIndex index) throws InvalidProtocolBufferException {
        return Metadata.parseFrom(Blocks.metadata(block, index));
    }

    /** Nothing in the bytes that the message does not show. */
    private static boolean exact(Message message, ByteString bytes) {
        return plain(message) && message.toByteString().equals(bytes);
    }

    private static boolean unsigned(Block block, BlockMetadataIndex index) throws InvalidProtocolBufferException {
        Metadata entry = entry(block, index);
        return exact(entry, Blocks.metadata(block, index)) && entry.getSignaturesCount() == 0;
    }

    private static boolean signatures(Block block, long lastConfig) throws InvalidProtocolBufferException {
        Metadata entry = entry(block, BlockMetadataIndex.SIGNATURES);
        boolean plainSignatures = true;
        for (MetadataSignature signature : entry.getSignaturesList()) {
            plainSignatures &= plain(signature);
        }
        OrdererBlockMetadata value = OrdererBlockMetadata.parseFrom(entry.getValue());
        return plainSignatures
                && exact(entry, Blocks.metadata(block, BlockMetadataIndex.SIGNATURES))
                && exact(value, entry.getValue())
                && value.hasLastConfig()
                && value.getLastConfig().getIndex() == lastConfig;
    }

    private static boolean lastConfig(Block block, long lastConfig) throws InvalidProtocolBufferException {
        ByteString value = entry(block, BlockMetadataIndex.LAST_CONFIG).getValue();
        LastConfig last = LastConfig.parseFrom(value);
        return unsigned(block, BlockMetadataIndex.LAST_CONFIG) && exact(last, value) && last.getIndex() == lastConfig;
    }
}
