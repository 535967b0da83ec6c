// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.copy;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Clock;
import java.time.Instant;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.consortium.PeerAccess;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.identity.SigningIdentity;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.orderer.SeekInfo;
import org.hyperledger.fabric.protos.orderer.SeekNewest;
import org.hyperledger.fabric.protos.orderer.SeekPosition;
import org.hyperledger.fabric.protos.orderer.SeekSpecified;

/** The signed question for all blocks from a number up to the newest. */
final class SeekRequest {
    private static final int NONCE_BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SeekRequest() {}

    static Envelope from(PeerAccess peer, long number, Clock clock) throws IOException {
        SigningIdentity identity = identity(peer);
        ByteString payload = Payload.newBuilder()
                .setHeader(header(peer, identity, clock.instant()))
                .setData(seek(number).toByteString())
                .build()
                .toByteString();
        return Envelope.newBuilder()
                .setPayload(payload)
                .setSignature(identity.sign(payload))
                .build();
    }

    private static SeekInfo seek(long number) {
        return SeekInfo.newBuilder()
                .setStart(SeekPosition.newBuilder()
                        .setSpecified(SeekSpecified.newBuilder().setNumber(number)))
                .setStop(SeekPosition.newBuilder().setNewest(SeekNewest.getDefaultInstance()))
                .setBehavior(SeekInfo.SeekBehavior.BLOCK_UNTIL_READY)
                .build();
    }

    private static Header header(PeerAccess peer, SigningIdentity identity, Instant now) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        return Header.newBuilder()
                .setChannelHeader(ChannelHeader.newBuilder()
                        .setType(HeaderType.DELIVER_SEEK_INFO_VALUE)
                        .setChannelId(peer.channel())
                        .setTimestamp(Timestamp.newBuilder()
                                .setSeconds(now.getEpochSecond())
                                .setNanos(now.getNano()))
                        .build()
                        .toByteString())
                .setSignatureHeader(SignatureHeader.newBuilder()
                        .setCreator(identity.serialized())
                        .setNonce(ByteString.copyFrom(nonce))
                        .build()
                        .toByteString())
                .build();
    }

    private static SigningIdentity identity(PeerAccess peer) throws IOException {
        try (Reader certificate = Files.newBufferedReader(peer.certificate());
                Reader key = Files.newBufferedReader(peer.key())) {
            return new SigningIdentity(
                    peer.authority(),
                    Identities.readX509Certificate(certificate),
                    Identities.readPrivateKey(key),
                    SignatureProvider.best());
        } catch (CertificateException | InvalidKeyException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    peer.certificate() + " and " + peer.key() + " are no certificate and key in PEM. Name others.",
                    e);
        }
    }
}
