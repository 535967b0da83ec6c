// SPDX-License-Identifier: Apache-2.0
package org.caseledger.benchmarks;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.concurrent.TimeUnit;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** P-256 signatures over 1 KiB with each provider. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class SignatureBenchmark {

    private static final ByteString MESSAGE = ByteString.copyFrom(new byte[1024]);

    /** Name of the provider. */
    @Param({"corretto", "bouncy-castle", "jdk"})
    public String provider = "jdk";

    private SignatureProvider signatures = SignatureProvider.best();
    private KeyPair keys = generate();
    private PrivateKey privateKey = keys.getPrivate();
    private PublicKey publicKey = keys.getPublic();
    private ByteString signature = ByteString.EMPTY;

    @Setup
    public void sign() {
        signatures = SignatureProvider.available().stream()
                .filter(each -> each.name().equals(provider))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(provider + " does not load on this machine"));
        keys = generate();
        privateKey = signatures.adopt(keys.getPrivate());
        publicKey = signatures.adopt(keys.getPublic());
        signature = signatures.sign(privateKey, MESSAGE);
    }

    @Benchmark
    public ByteString signing() {
        return signatures.sign(privateKey, MESSAGE);
    }

    @Benchmark
    public boolean verifying() {
        return signatures.verify(publicKey, signature, MESSAGE);
    }

    private static KeyPair generate() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has P-256; this one does not.", e);
        }
    }
}
