// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a gateway must know to start. {@link org.caseledger.gateway.options.OptionsReader} reads it from a
 * file and the environment.
 *
 * @param authority id (MSP id) of the authority that this gateway speaks for
 * @param country ISO 3166 code of its State
 * @param fileNumbers what this authority's file numbers look like
 */
public record GatewayOptions(
        String authority,
        String country,
        Ledger ledger,
        Listener http,
        Listener feed,
        Listener management,
        KeyPair tls,
        PrivacyService privacy,
        Database database,
        Tokens tokens,
        Pattern fileNumbers,
        Retention retention,
        Limits limits) {

    /**
     * The authority's peer, and the identity that signs.
     *
     * @param endpoint {@code host:port} of the peer
     * @param tlsRoots PEM file with the roots of its TLS certificate
     */
    public record Ledger(String channel, String chaincode, String endpoint, Path tlsRoots, KeyPair signing) {}

    /** PEM files: a certificate (chain, the leaf first) and its private key (PKCS#8). */
    public record KeyPair(Path certificate, Path key) {}

    /** Where a server listens; port 0 takes any free one. */
    public record Listener(String host, int port) {
        public static final Listener LOOPBACK = new Listener("127.0.0.1", 0);
    }

    /**
     * The authority's privacy service. The gateway shows its own TLS certificate to it.
     *
     * @param tlsRoots PEM file with the authority's TLS roots; they also judge who reads the feed
     */
    public record PrivacyService(URI url, Path tlsRoots) {}

    /**
     * The database of the read model and of the operations.
     *
     * @param url {@code jdbc:postgresql://host:port/database}
     */
    public record Database(String url, String user, String password, int connections) {
        @Override
        public String toString() {
            return "Database[url=" + url + ", user=" + user + "]";
        }
    }

    /**
     * What a bearer token must show.
     *
     * @param jwks file or https URL
     * @param tlsRoots PEM file with the roots of the JWKS server, or null for the JVM's
     */
    public record Tokens(URI jwks, @Nullable Path tlsRoots, String issuer, String audience) {}

    /**
     * How long a link is kept after its procedure ended.
     *
     * @param period null where no period is set: then nothing holds an erasure back
     * @param source where it comes from
     * @param confirmed whether that source was confirmed
     */
    public record Retention(@Nullable Period period, String source, boolean confirmed) {
        public static final Retention NONE = new Retention(null, "", false);
    }

    /**
     * Bounds.
     *
     * @param workers threads that wait for the ledger and the database
     * @param queue requests in progress; beyond it a caller is told to come back
     * @param body most bytes of a request's body
     * @param patience how long an answer waits for a commit
     * @param operationsKept how long a settled Idempotency-Key is remembered
     */
    public record Limits(int workers, int queue, int body, Duration patience, Period operationsKept) {
        public static final Limits DEFAULT = new Limits(64, 512, 65_536, Duration.ofSeconds(20), Period.ofDays(7));
    }
}
