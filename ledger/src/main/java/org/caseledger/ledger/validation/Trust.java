// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;

/**
 * What a verifier must know from elsewhere.
 *
 * @param genesisHash SHA-256 of block 0's header, 32 bytes
 * @param roots root certificates by MSP id; every organisation of block 0 must be rooted in these
 */
public record Trust(ByteString genesisHash, Map<String, List<X509Certificate>> roots) {}
