// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A program that submits for ever and prints each key once it is acknowledged; made to be killed. */
final class CrashingLedger {
    private static final int SUBMITTERS = 8;

    private CrashingLedger() {}

    public static void main(String[] arguments) throws Exception {
        TestConsortium consortium = new TestConsortium(Path.of(arguments[0]));
        EmbeddedLedger ledger = EmbeddedLedger.create(consortium.options(id -> new CounterChaincode(1)));
        ledger.start();
        Client client = new Client(consortium, ledger, "AT-DUBLIN");
        AtomicInteger next = new AtomicInteger();
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        for (int i = 0; i < SUBMITTERS; i++) {
            new Thread(() -> submit(client, arguments[1], next, out)).start();
        }
    }

    private static void submit(Client client, String round, AtomicInteger next, PrintStream out) {
        try {
            while (true) {
                String key = "r" + round + "-" + next.incrementAndGet();
                client.submit("put", key, key);
                out.println(key);
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
