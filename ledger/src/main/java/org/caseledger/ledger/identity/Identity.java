// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Set;
import org.caseledger.ledger.crypto.SignatureProvider;

/**
 * A certificate that its MSP takes as valid.
 *
 * @param mspId the MSP that it belongs to
 * @param serialized the bytes that stand for it in transactions
 * @param key its public key in the form of {@code provider}
 * @param role what it is to its MSP; empty when the MSP does not tell roles apart
 */
public record Identity(
        String mspId,
        ByteString serialized,
        X509Certificate certificate,
        PublicKey key,
        Set<NodeRole> role,
        SignatureProvider provider) {

    /** Whether it signed the joined parts. */
    public boolean verify(ByteString signature, ByteString... message) {
        return provider.verify(key, signature, message);
    }
}
