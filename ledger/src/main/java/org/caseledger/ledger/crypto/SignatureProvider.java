// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.crypto;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.Signature;
import java.security.SignatureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Signs and verifies ECDSA over P-256 with SHA-256, in Fabric's form: DER with the smaller s. Every provider gives
 * the same verdict; they differ in speed by a factor of 20. None is registered for the whole JVM. Thread-safe.
 */
public final class SignatureProvider {
    private static final String ALGORITHM = "SHA256withECDSA";
    private static final SignatureProvider BEST = available().get(0);

    private final String name;
    private final Provider provider;

    private SignatureProvider(String name, Provider provider) {
        this.name = name;
        this.provider = provider;
    }

    /** The fastest provider that works on this machine. */
    public static SignatureProvider best() {
        return BEST;
    }

    /** Every provider that works on this machine, the fastest first; the JDK's own is always the last. */
    public static List<SignatureProvider> available() {
        List<SignatureProvider> found = new ArrayList<>();
        corretto().ifPresent(found::add);
        found.add(new SignatureProvider("bouncy-castle", new BouncyCastleProvider()));
        found.add(new SignatureProvider("jdk", Security.getProvider("SunEC")));
        return List.copyOf(found);
    }

    private static Optional<SignatureProvider> corretto() {
        try {
            Provider provider = AmazonCorrettoCryptoProvider.INSTANCE;
            boolean works = AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null
                    && provider.getService("Signature", ALGORITHM) != null;
            return works ? Optional.of(new SignatureProvider("corretto", provider)) : Optional.empty();
        } catch (LinkageError noNativeLibrary) {
            return Optional.empty();
        }
    }

    /** Another provider of the platform's, such as that of a device that holds keys. */
    public static SignatureProvider of(Provider provider) {
        return new SignatureProvider(provider.getName(), provider);
    }

    /** Its name in figures and logs: {@code corretto}, {@code bouncy-castle}, {@code jdk}, or the platform's. */
    public String name() {
        return name;
    }

    /**
     * Brings a key into this provider's own form, once, so that verifying does not decode it again.
     *
     * @throws IllegalArgumentException when it is no key of an elliptic curve
     */
    public PublicKey adopt(PublicKey key) {
        try {
            return (PublicKey) factory().translateKey(key);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("Use a P-256 key: " + key.getAlgorithm() + " is not one.", e);
        }
    }

    /**
     * Brings a private key into this provider's own form.
     *
     * @throws IllegalArgumentException when it is no key of an elliptic curve
     */
    public PrivateKey adopt(PrivateKey key) {
        try {
            Key translated = factory().translateKey(key);
            return (PrivateKey) translated;
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("Use a P-256 key: " + key.getAlgorithm() + " is not one.", e);
        }
    }

    private KeyFactory factory() {
        try {
            return KeyFactory.getInstance("EC", provider);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The provider " + name + " lost its elliptic curves.", e);
        }
    }

    /** Whether the signature over the joined parts is the key's, with the smaller s. */
    public boolean verify(PublicKey key, ByteString signature, ByteString... message) {
        EcdsaSignature parsed = EcdsaSignature.parse(signature);
        if (parsed == null || !parsed.lowS()) {
            return false;
        }
        try {
            Signature verifier = Signature.getInstance(ALGORITHM, provider);
            verifier.initVerify(key);
            update(verifier, message);
            return verifier.verify(parsed.toDer());
        } catch (InvalidKeyException | SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The provider " + name + " lost " + ALGORITHM + ".", e);
        }
    }

    /** Signs the joined parts; the result is DER with the smaller s. */
    public ByteString sign(PrivateKey key, ByteString... message) {
        try {
            Signature signer = Signature.getInstance(ALGORITHM, provider);
            signer.initSign(key);
            update(signer, message);
            EcdsaSignature made = EcdsaSignature.parse(ByteString.copyFrom(signer.sign()));
            if (made == null) {
                throw new IllegalStateException("The provider " + name + " gave a signature that is not over P-256.");
            }
            return ByteString.copyFrom(made.withLowS().toDer());
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Cannot sign with this key by the provider " + name + ".", e);
        }
    }

    private static void update(Signature signature, ByteString... message) throws SignatureException {
        for (ByteString part : message) {
            signature.update(part.asReadOnlyByteBuffer());
        }
    }
}
