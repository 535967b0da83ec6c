// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.ledger;

import com.google.protobuf.ByteString;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeUnit;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.options.OptionsException;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signer;
import org.hyperledger.fabric.client.identity.X509Identity;

/** One authority's connection to its peer over TLS. Keep one for the life of the service. */
public final class LedgerConnection implements AutoCloseable {

    private static final int LARGEST_BLOCK = 100 * 1024 * 1024;
    private static final int ENDORSE_SECONDS = 15;
    private static final int SUBMIT_SECONDS = 10;
    private static final int EVALUATE_SECONDS = 10;

    private final ManagedChannel channel;
    private final Gateway gateway;
    private final GatewayOptions.Ledger options;

    private LedgerConnection(ManagedChannel channel, Gateway gateway, GatewayOptions.Ledger options) {
        this.channel = channel;
        this.gateway = gateway;
        this.options = options;
    }

    /** Connects on first use; a peer that is down shows as an unavailable ledger, not here. */
    public static LedgerConnection open(String authority, GatewayOptions.Ledger options) {
        var channel = channel(options);
        var gateway = Gateway.newInstance()
                .identity(identity(authority, options.signing().certificate()))
                .signer(signer(options.signing().key()))
                .hash(Hash.NONE)
                .connection(channel)
                .endorseOptions(call -> call.withDeadlineAfter(ENDORSE_SECONDS, TimeUnit.SECONDS))
                .submitOptions(call -> call.withDeadlineAfter(SUBMIT_SECONDS, TimeUnit.SECONDS))
                .evaluateOptions(call -> call.withDeadlineAfter(EVALUATE_SECONDS, TimeUnit.SECONDS))
                .connect();
        return new LedgerConnection(channel, gateway, options);
    }

    Gateway gateway() {
        return gateway;
    }

    Network network() {
        return gateway.getNetwork(options.channel());
    }

    String channelName() {
        return options.channel();
    }

    String chaincode() {
        return options.chaincode();
    }

    private static ManagedChannel channel(GatewayOptions.Ledger options) {
        try {
            var credentials = TlsChannelCredentials.newBuilder()
                    .trustManager(options.tlsRoots().toFile())
                    .build();
            return Grpc.newChannelBuilder(options.endpoint(), credentials)
                    .maxInboundMessageSize(LARGEST_BLOCK)
                    .keepAliveTime(60, TimeUnit.SECONDS)
                    .build();
        } catch (IOException unreadable) {
            throw unusable("roots of the peer's TLS certificate", options.tlsRoots());
        }
    }

    private static X509Identity identity(String authority, Path file) {
        try (var pem = Files.newBufferedReader(file)) {
            return new X509Identity(authority, Identities.readX509Certificate(pem));
        } catch (IOException | CertificateException unreadable) {
            throw unusable("signing certificate", file);
        }
    }

    /** The client hands over whole messages; the fastest provider hashes and signs (decision 0022). */
    private static Signer signer(Path file) {
        try (var pem = Files.newBufferedReader(file)) {
            var provider = SignatureProvider.best();
            var key = provider.adopt(Identities.readPrivateKey(pem));
            return message -> provider.sign(key, ByteString.copyFrom(message)).toByteArray();
        } catch (IOException | InvalidKeyException | IllegalArgumentException unreadable) {
            throw unusable("signing key", file);
        }
    }

    private static OptionsException unusable(String what, Path file) {
        return new OptionsException(
                "The " + what + " cannot be read from " + file + ". Give a PEM file of the right kind.");
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
        try {
            channel.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
