// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.caseledger.gateway.options.OptionsException;
import org.caseledger.gateway.options.OptionsReader;
import org.caseledger.gateway.options.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one gateway: {@code GatewayMain [--explain] [FILE]}. Ends with 2 when its settings are wrong, 1 when it cannot start. */
public final class GatewayMain {

    private static final Logger LOG = LoggerFactory.getLogger(GatewayMain.class);

    private GatewayMain() {}

    public static void main(String[] arguments) {
        System.exit(run(new ArrayList<>(List.of(arguments))));
    }

    private static int run(List<String> arguments) {
        boolean explain = arguments.remove("--explain");
        try {
            var settings = Settings.load(file(arguments), System.getenv());
            if (explain) {
                System.out.print(settings.explain());
                return 0;
            }
            return serve(GatewayService.create(OptionsReader.read(settings)));
        } catch (OptionsException wrong) {
            System.err.println(wrong.getMessage());
            return 2;
        }
    }

    private static @Nullable Path file(List<String> arguments) {
        if (arguments.size() > 1) {
            throw new OptionsException("Give one file of settings, or none, and --explain to see them.");
        }
        return arguments.isEmpty() ? null : Path.of(arguments.get(0));
    }

    private static int serve(GatewayService service) {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> service.close().await()));
        service.start()
                .onSuccess(started -> LOG.info(
                        "The gateway listens on port {}, its feed on {}, its management on {}",
                        started.httpPort(),
                        started.feedPort(),
                        started.managementPort()))
                .onFailure(failed -> {
                    System.err.println(failed.getMessage());
                    stopped.countDown();
                });
        try {
            stopped.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }
}
