// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;

/**
 * Calls again until an answer is as awaited: another authority learns of a block or a link a moment later. When the
 * deadline passes, the last answer is given, and the statement about it will not hold.
 */
final class Await {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final long PAUSE_MILLISECONDS = 25;

    private Await() {}

    static Exchange until(Supplier<Exchange> call, Predicate<Exchange> awaited) {
        long deadline = System.nanoTime() + DEADLINE.toNanos();
        Exchange answer = call.get();
        while (!awaited.test(answer) && System.nanoTime() < deadline) {
            pause();
            answer = call.get();
        }
        return answer;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandException(ExitCode.ENVIRONMENT, "The demo was interrupted. Start it again.", e);
        }
    }
}
