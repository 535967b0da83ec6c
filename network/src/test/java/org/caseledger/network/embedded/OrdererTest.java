// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.caseledger.ledger.config.OrdererSettings;
import org.junit.jupiter.api.Test;

class OrdererTest {
    private final List<List<ByteString>> batches = new ArrayList<>();

    private static ByteString transaction(int size) {
        return ByteString.copyFrom(new byte[size]);
    }

    private Orderer orderer(int queue, int transactions, int bytes) {
        return new Orderer(queue, new OrdererSettings(transactions, bytes, List.of()), batches::add);
    }

    private void order(Orderer orderer, int... sizes) {
        for (int size : sizes) {
            orderer.submit(transaction(size));
        }
        orderer.start();
        orderer.close();
    }

    private List<List<Integer>> sizes() {
        return batches.stream()
                .map(batch -> batch.stream().map(ByteString::size).toList())
                .toList();
    }

    @Test
    void takes_whatever_waits_into_one_block() {
        order(orderer(10, 10, 1000), 1, 2, 3);
        assertThat(sizes()).containsExactly(List.of(1, 2, 3));
    }

    @Test
    void cuts_at_the_number_of_transactions() {
        order(orderer(10, 2, 1000), 1, 2, 3, 4, 5);
        assertThat(sizes()).containsExactly(List.of(1, 2), List.of(3, 4), List.of(5));
    }

    @Test
    void cuts_at_the_bytes_and_loses_nothing() {
        order(orderer(10, 10, 100), 60, 60, 30, 10, 100);
        assertThat(sizes()).containsExactly(List.of(60), List.of(60, 30, 10), List.of(100));
    }

    @Test
    void refuses_beyond_its_queue_with_a_sentence() {
        Orderer full = orderer(2, 10, 1000);
        full.submit(transaction(1));
        full.submit(transaction(2));
        assertThatThrownBy(() -> full.submit(transaction(3)))
                .hasMessageContaining("UNAVAILABLE")
                .hasMessageContaining("submit again later");
    }

    @Test
    void stops_taking_transactions_once_a_block_was_refused() throws Exception {
        CountDownLatch tried = new CountDownLatch(1);
        Orderer orderer = new Orderer(10, new OrdererSettings(10, 1000, List.of()), batch -> {
            tried.countDown();
            throw new IllegalStateException("the disk is full");
        });
        orderer.submit(transaction(1));
        orderer.start();
        tried.await();
        orderer.close();
        assertThatThrownBy(() -> orderer.submit(transaction(1))).hasMessageContaining("restart it");
    }
}
