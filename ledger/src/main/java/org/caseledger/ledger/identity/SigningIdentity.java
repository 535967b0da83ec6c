// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.identity;

import com.google.protobuf.ByteString;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.caseledger.ledger.crypto.SignatureProvider;

/** A certificate with its private key, able to sign in Fabric's form. */
public final class SigningIdentity {
    private final String mspId;
    private final ByteString serialized;
    private final PrivateKey key;
    private final SignatureProvider provider;

    /** An identity of the given MSP that signs with the given provider. */
    public SigningIdentity(String mspId, X509Certificate certificate, PrivateKey key, SignatureProvider provider) {
        this.mspId = mspId;
        this.serialized = Certificates.serialize(mspId, certificate);
        this.key = provider.adopt(key);
        this.provider = provider;
    }

    /** The MSP that it belongs to. */
    public String mspId() {
        return mspId;
    }

    /** The bytes that stand for it in transactions. */
    public ByteString serialized() {
        return serialized;
    }

    /** Signs the joined parts. */
    public ByteString sign(ByteString... message) {
        return provider.sign(key, message);
    }
}
