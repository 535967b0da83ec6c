// SPDX-License-Identifier: Apache-2.0
package org.caseledger.acceptance;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits for a condition, with a deadline. */
final class Waiting {

    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private Waiting() {}

    static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("waited " + DEADLINE.toSeconds() + " s until " + what);
            }
            aMoment(20);
        }
    }

    /** A pause whose length is the point, such as the random moment of a kill. */
    static void aMoment(int milliseconds) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(milliseconds);
    }
}
