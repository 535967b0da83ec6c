// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.caseledger.network.NetworkException;

/** Runs parts of the start side by side and measures each. */
final class Stages implements AutoCloseable {
    private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "consortium-start");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Timing> timings = new CopyOnWriteArrayList<>();

    <T> CompletableFuture<T> run(String part, Callable<T> work) {
        return CompletableFuture.supplyAsync(() -> measured(part, work), workers);
    }

    <T> T measured(String part, Callable<T> work) {
        long begun = System.nanoTime();
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NetworkException("The start was interrupted. Start again.", e);
        } catch (Exception e) {
            throw new NetworkException(part + " did not start (" + e.getMessage() + "). See the log.", e);
        } finally {
            timings.add(new Timing(part, (System.nanoTime() - begun) / 1_000_000));
        }
    }

    /** The result; what the work threw is thrown here as it was. */
    static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    List<Timing> timings() {
        return List.copyOf(timings);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
