// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseledger.ledger.block.Blocks;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.config.OrdererSettings.ConsenterIdentity;
import org.caseledger.ledger.config.PolicyPaths;
import org.caseledger.ledger.identity.SigningIdentity;
import org.caseledger.ledger.policy.SignedPart;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.LastConfig;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.SignatureHeader;

/**
 * Orderers' signatures in BFT form: each is over the entry's value, its own identifier header and the header's ASN.1
 * form, and the signer is named by its number in the configuration before.
 */
public final class BlockSignatures {
    private BlockSignatures() {}

    /** What every orderer signs in a block after the last configuration block. */
    public static ByteString value(long lastConfig, ByteString consenterMetadata) {
        return OrdererBlockMetadata.newBuilder()
                .setLastConfig(LastConfig.newBuilder().setIndex(lastConfig))
                .setConsenterMetadata(consenterMetadata)
                .build()
                .toByteString();
    }

    /** One orderer's signature. */
    public static MetadataSignature sign(
            int id, SigningIdentity orderer, ByteString nonce, ByteString value, BlockHeader header) {
        ByteString identifier = IdentifierHeader.newBuilder()
                .setIdentifier(id)
                .setNonce(nonce)
                .build()
                .toByteString();
        return MetadataSignature.newBuilder()
                .setIdentifierHeader(identifier)
                .setSignature(orderer.sign(value, identifier, Blocks.headerBytes(header)))
                .build();
    }

    /** Whether the orderers that the configuration asks for signed the block. */
    public static boolean satisfied(Block block, ChannelConfig config) {
        try {
            Metadata entry = Metadata.parseFrom(Blocks.metadata(block, BlockMetadataIndex.SIGNATURES));
            ByteString header = Blocks.headerBytes(block.getHeader());
            List<SignedPart> parts = new ArrayList<>();
            for (MetadataSignature signature : entry.getSignaturesList()) {
                part(signature, entry.getValue(), header, config).ifPresent(parts::add);
            }
            return config.policy(PolicyPaths.BLOCK_VALIDATION).satisfied(SignedPart.signers(parts, config.msps()));
        } catch (InvalidProtocolBufferException e) {
            return false;
        }
    }

    private static Optional<SignedPart> part(
            MetadataSignature signature, ByteString value, ByteString header, ChannelConfig config)
            throws InvalidProtocolBufferException {
        if (!signature.getSignatureHeader().isEmpty()
                || signature.getIdentifierHeader().isEmpty()) {
            ByteString creator =
                    SignatureHeader.parseFrom(signature.getSignatureHeader()).getCreator();
            return Optional.of(new SignedPart(
                    creator, signature.getSignature(), List.of(value, signature.getSignatureHeader(), header)));
        }
        int id = IdentifierHeader.parseFrom(signature.getIdentifierHeader()).getIdentifier();
        return config.orderer().consenters().stream()
                .filter(consenter -> consenter.id() == id)
                .map(ConsenterIdentity::serialized)
                .findFirst()
                .map(identity -> new SignedPart(
                        identity, signature.getSignature(), List.of(value, signature.getIdentifierHeader(), header)));
    }
}
