// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Ctrl-C and SIGTERM end the demo in order: the thread that plays it is interrupted, unwinds, and so stops the services
 * before PostgreSQL; the process waits for that, no longer than a minute.
 */
final class Interruption implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final Thread hook;

    private Interruption(Thread player) {
        this.hook = new Thread(() -> stop(player), "ctrl-c");
    }

    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Returns when the process is asked to end. */
    void await() {
        waiting.set(true);
        try {
            asked.await();
        } catch (InterruptedException e) {
            // What was waited for. Closing clears the thread's mark where it must wait.
        }
    }

    private void stop(Thread player) {
        asked.countDown();
        if (!waiting.get()) {
            player.interrupt();
        }
        try {
            ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The player has stopped everything. */
    @Override
    public void close() {
        ended.countDown();
        if (asked.getCount() > 0) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
