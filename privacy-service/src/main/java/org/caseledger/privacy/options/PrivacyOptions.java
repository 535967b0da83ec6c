// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.options;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Everything that one authority's privacy service must be told.
 *
 * @param authority the owner's id, as on the ledger
 * @param fileNumberPattern what a whole file number of this authority looks like
 * @param listen where gateway and other privacy services reach it, HTTPS with client certificates
 * @param management where health and metrics are served, without TLS and without a person's data
 * @param tls the service's certificate, key and the authority's own root
 * @param database the service's own PostgreSQL database
 * @param rootStore directory of the root key
 * @param feed https address of the own gateway's internal port
 * @param feedWait how long one question for news may wait
 * @param retryLongest longest pause between two tries to reach another authority
 * @param peers the other authorities' privacy services by authority id
 */
public record PrivacyOptions(
        String authority,
        Pattern fileNumberPattern,
        Address listen,
        Address management,
        Tls tls,
        Database database,
        Path rootStore,
        URI feed,
        Duration feedWait,
        Duration retryLongest,
        Map<String, Peer> peers) {

    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final Duration DEFAULT_FEED_WAIT = Duration.ofSeconds(25);
    public static final Duration DEFAULT_RETRY_LONGEST = Duration.ofMinutes(1);

    public PrivacyOptions {
        peers = Map.copyOf(peers);
    }

    /** A host and a port; port 0 takes a free one. */
    public record Address(String host, int port) {}

    /** PEM files: certificate with its chain, PKCS#8 EC key, the authority's own root. */
    public record Tls(Path certificate, Path key, Path root) {}

    /** JDBC address and the role that owns the database. */
    public record Database(String url, String user, String password) {

        @Override
        public String toString() {
            return "Database[url=" + url + ", user=" + user + ", password=***]";
        }
    }

    /** Another authority's privacy service: https address and the PEM file of its TLS root. */
    public record Peer(URI url, Path root) {}
}
