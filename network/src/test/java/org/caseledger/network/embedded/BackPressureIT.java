// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A peer that is busy says so instead of piling up work. */
class BackPressureIT {
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    /** Answers only once it may. */
    private final class Waiting implements Chaincode {
        @Override
        public Response init(ChaincodeStub stub) {
            return new Response(200, "", new byte[0]);
        }

        @Override
        public Response invoke(ChaincodeStub stub) {
            inside.countDown();
            try {
                boolean allowed = goOn.await(60, TimeUnit.SECONDS);
                return new Response(allowed ? 200 : 500, "", "done".getBytes(UTF_8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Response(500, "interrupted", new byte[0]);
            }
        }
    }

    private EmbeddedLedger started(TestConsortium consortium, int requests, Duration execution) {
        Limits limits = new Limits(500, 1 << 20, 100, requests, Duration.ofMinutes(15), execution);
        EmbeddedLedger ledger =
                EmbeddedLedger.create(consortium.options("1", id -> new Waiting(), limits, Clock.systemUTC()));
        ledger.start();
        return ledger;
    }

    @Test
    void refuses_a_call_beyond_its_places_and_takes_the_next(@TempDir Path directory) throws Exception {
        TestConsortium consortium = new TestConsortium(directory);
        try (EmbeddedLedger ledger = started(consortium, 1, Duration.ofSeconds(60));
                Client client = new Client(consortium, ledger, "AT-DUBLIN")) {
            CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> evaluate(client));
            assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> client.evaluate("any"))
                    .isInstanceOfSatisfying(
                            GatewayException.class,
                            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.RESOURCE_EXHAUSTED));
            goOn.countDown();
            assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo("done");
            assertThat(client.evaluate("any")).isEqualTo("done");
        }
    }

    private static String evaluate(Client client) {
        try {
            return client.evaluate("any");
        } catch (GatewayException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void answers_for_a_chaincode_that_does_not(@TempDir Path directory) {
        TestConsortium consortium = new TestConsortium(directory);
        try (EmbeddedLedger ledger = started(consortium, 10, Duration.ofMillis(200));
                Client client = new Client(consortium, ledger, "AT-DUBLIN")) {
            assertThatThrownBy(() -> client.evaluate("any"))
                    .isInstanceOfSatisfying(
                            GatewayException.class,
                            e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
        }
    }

    @Test
    void refuses_a_transaction_that_no_block_could_hold(@TempDir Path directory) throws Exception {
        TestConsortium consortium = new TestConsortium(directory);
        Limits small = new Limits(500, 20_000, 100, 10, Duration.ofMinutes(15), Duration.ofSeconds(30));
        try (EmbeddedLedger ledger = EmbeddedLedger.create(
                consortium.options("1", id -> new CounterChaincode(1), small, Clock.systemUTC()))) {
            ledger.start();
            try (Client client = new Client(consortium, ledger, "AT-DUBLIN")) {
                assertThatThrownBy(() -> client.submit("put", "k", "x".repeat(10_000)))
                        .hasStackTraceContaining("exceeds maximum allowed 20000 bytes");
                assertThat(client.submit("put", "k", "x")).isEqualTo("x");
            }
        }
    }
}
