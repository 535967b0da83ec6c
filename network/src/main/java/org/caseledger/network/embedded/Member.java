// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * One authority in the channel.
 *
 * @param mspId its MSP id, e.g. {@code AT-DUBLIN}
 * @param role whether it endorses and writes, or only reads
 * @param roots its root certificates
 * @param intermediates its issuing certificates; leaves are issued by these
 * @param tlsRoots roots of its TLS certificates
 * @param tlsIntermediates issuing certificates of its TLS certificates; may be empty
 * @param peer identity of its peer: signs endorsements; the certificate carries {@code OU=peer}
 * @param tls certificate and key that its peer's port shows; valid for {@code localhost} and {@code 127.0.0.1}
 * @param port loopback port of its peer; 0 takes any free one
 */
public record Member(
        String mspId,
        Role role,
        List<X509Certificate> roots,
        List<X509Certificate> intermediates,
        List<X509Certificate> tlsRoots,
        List<X509Certificate> tlsIntermediates,
        Credentials peer,
        Credentials tls,
        int port) {

    /** What an authority may do in the channel. */
    public enum Role {
        /** Endorses transactions, may submit them, and counts in every majority. */
        ENDORSING,
        /** Reads blocks and evaluates queries; never writes. */
        READING
    }
}
