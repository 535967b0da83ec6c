// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlocksTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 255, 256, 65_535, Long.MAX_VALUE, -1})
    void writes_the_header_as_an_asn1_library_does(long number) throws IOException {
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(number)
                .setPreviousHash(ByteString.copyFrom(new byte[32]))
                .setDataHash(ByteString.copyFromUtf8("0123456789abcdef0123456789abcdef"))
                .build();
        assertThat(Blocks.headerBytes(header).toByteArray()).isEqualTo(der(header));
    }

    @Test
    void writes_lengths_beyond_one_byte() throws IOException {
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(7)
                .setPreviousHash(ByteString.copyFrom(new byte[200]))
                .setDataHash(ByteString.copyFrom(new byte[300]))
                .build();
        assertThat(Blocks.headerBytes(header).toByteArray()).isEqualTo(der(header));
    }

    private static byte[] der(BlockHeader header) throws IOException {
        ASN1EncodableVector fields = new ASN1EncodableVector();
        fields.add(new ASN1Integer(new BigInteger(Long.toUnsignedString(header.getNumber()))));
        fields.add(new DEROctetString(header.getPreviousHash().toByteArray()));
        fields.add(new DEROctetString(header.getDataHash().toByteArray()));
        return new DERSequence(fields).getEncoded();
    }
}
