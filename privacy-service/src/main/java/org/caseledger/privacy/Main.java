// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.caseledger.privacy.options.OptionsException;
import org.caseledger.privacy.options.OptionsReader;

/** Runs the service as a process of its own: {@code privacy-service [--explain] FILE}. */
public final class Main {

    private static final int BAD_CONFIGURATION = 2;
    private static final int NOT_STARTED = 1;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        boolean explain = arguments.length == 2 && arguments[0].equals("--explain");
        if (arguments.length != 1 && !explain) {
            fail(BAD_CONFIGURATION, "Give the configuration file: privacy-service [--explain] FILE");
            return;
        }
        Path file = Path.of(arguments[arguments.length - 1]);
        try {
            if (explain) {
                out().print(OptionsReader.explain(file, System.getenv()));
            } else {
                run(PrivacyService.create(OptionsReader.read(file, System.getenv())));
            }
        } catch (OptionsException e) {
            fail(BAD_CONFIGURATION, String.valueOf(e.getMessage()));
        }
    }

    private static void run(PrivacyService service) throws InterruptedException {
        try {
            service.start().toCompletionStage().toCompletableFuture().get();
        } catch (ExecutionException e) {
            fail(NOT_STARTED, "The service did not start (" + e.getCause() + "). Check that both ports are free.");
            return;
        }
        out().println("privacy-service listens on port " + service.port() + ", management on port "
                + service.managementPort());
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            stop(service);
            ended.countDown();
        }));
        ended.await();
    }

    private static void stop(PrivacyService service) {
        try {
            service.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            out().println("privacy-service did not stop in order; what was acknowledged is durable.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }

    private static void fail(int status, String sentence) {
        new PrintStream(System.err, true, StandardCharsets.UTF_8).println(sentence);
        System.exit(status);
    }
}
