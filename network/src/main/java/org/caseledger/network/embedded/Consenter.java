// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import java.security.cert.X509Certificate;

/**
 * One orderer identity that signs blocks.
 *
 * @param id number within the BFT mapping, from 1
 * @param mspId the endorsing authority that it belongs to
 * @param host as written to the configuration block; nothing listens there in the embedded ledger
 * @param port as written to the configuration block
 * @param signing the orderer's key; the certificate carries {@code OU=orderer}
 * @param tls the orderer's TLS certificate, written to the configuration block
 */
public record Consenter(int id, String mspId, String host, int port, Credentials signing, X509Certificate tls) {}
