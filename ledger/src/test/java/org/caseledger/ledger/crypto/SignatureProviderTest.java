// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignatureProviderTest {
    private static final ByteString MESSAGE = ByteString.copyFromUtf8("what was signed");
    private static final List<SignatureProvider> PROVIDERS = SignatureProvider.available();
    private static KeyPair keys = generate();

    @BeforeAll
    static void newKeys() {
        keys = generate();
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Boolean> verdicts(ByteString signature, ByteString... message) {
        return PROVIDERS.stream()
                .map(provider -> provider.verify(provider.adopt(keys.getPublic()), signature, message))
                .toList();
    }

    @Test
    void the_jdk_is_always_there_and_the_fastest_comes_first() {
        assertThat(PROVIDERS).extracting(SignatureProvider::name).endsWith("bouncy-castle", "jdk");
        assertThat(SignatureProvider.best().name()).isEqualTo(PROVIDERS.get(0).name());
    }

    @Test
    void no_provider_is_registered_for_the_whole_jvm() {
        assertThat(java.security.Security.getProviders())
                .extracting(java.security.Provider::getName)
                .doesNotContain("BC", "AmazonCorrettoCryptoProvider");
    }

    @Test
    void each_accepts_what_every_other_signed() {
        for (SignatureProvider signer : PROVIDERS) {
            ByteString signature = signer.sign(signer.adopt(keys.getPrivate()), MESSAGE);
            assertThat(verdicts(signature, MESSAGE)).containsOnly(true);
            assertThat(verdicts(signature, MESSAGE.substring(0, 4), MESSAGE.substring(4)))
                    .containsOnly(true);
        }
    }

    @Test
    void all_refuse_the_larger_of_the_two_values_of_s() {
        EcdsaSignature low = signature();
        EcdsaSignature high = new EcdsaSignature(low.r(), EcdsaSignature.ORDER.subtract(low.s()));
        assertThat(low.lowS()).isTrue();
        assertThat(verdicts(ByteString.copyFrom(high.toDer()), MESSAGE)).containsOnly(false);
    }

    @Test
    void all_give_the_same_verdict_on_broken_signatures() {
        byte[] good = signature().toDer();
        Random random = new Random(1);
        for (int i = 0; i < 600; i++) {
            byte[] broken = good.clone();
            broken[i % good.length] ^= (byte) (1 << random.nextInt(8));
            assertThat(verdicts(ByteString.copyFrom(broken), MESSAGE))
                    .as("byte %d", i % good.length)
                    .containsOnly(false);
        }
        for (int length = 0; length < good.length; length++) {
            assertThat(verdicts(ByteString.copyFrom(good, 0, length), MESSAGE)).containsOnly(false);
        }
    }

    @Test
    void all_refuse_numbers_out_of_range() {
        for (BigInteger r : List.of(BigInteger.ZERO, BigInteger.ONE.negate(), EcdsaSignature.ORDER)) {
            byte[] der = new EcdsaSignature(r, BigInteger.ONE).toDer();
            assertThat(verdicts(ByteString.copyFrom(der), MESSAGE)).containsOnly(false);
        }
    }

    @Test
    void all_refuse_another_message() {
        ByteString signature = ByteString.copyFrom(signature().toDer());
        assertThat(verdicts(signature, ByteString.copyFromUtf8("what was not"))).containsOnly(false);
    }

    private static EcdsaSignature signature() {
        SignatureProvider signer = SignatureProvider.best();
        return Objects.requireNonNull(EcdsaSignature.parse(signer.sign(signer.adopt(keys.getPrivate()), MESSAGE)));
    }
}
