// SPDX-License-Identifier: Apache-2.0
package org.caseledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.consortium.Hosting;
import org.caseledger.cli.consortium.ServiceProcess;
import org.caseledger.network.topology.PortPlan;
import org.caseledger.network.topology.Topology;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gateway and privacy service are killed (SIGKILL) again and again while callers record steps and insist. */
class KillLoopIT {

    private static final String AUTHORITY = "AT-DUBLIN";
    private static final int CALLERS = 4;

    @TempDir
    Path directory = Path.of("");

    @Test
    void ten_kills_lose_and_double_no_acknowledged_step() throws Exception {
        killUnderLoad(10);
    }

    @Test
    @Tag("deep")
    void two_hundred_kills_lose_and_double_no_acknowledged_step() throws Exception {
        killUnderLoad(200);
    }

    private void killUnderLoad(int kills) throws Exception {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (var consortium = Consortium.start(
                Topology.demo().withData(directory).withPorts(PortPlan.EPHEMERAL), Hosting.OWN_PROCESSES)) {
            var stop = new AtomicBoolean();
            var acknowledged = new AtomicInteger();
            var pool = Executors.newFixedThreadPool(CALLERS);
            try {
                var callers = IntStream.range(0, CALLERS)
                        .mapToObj(number -> new InsistingCaller(consortium, AUTHORITY, number, stop, acknowledged))
                        .toList();
                var running = callers.stream().map(pool::submit).toList();
                for (int kill = 0; kill < kills; kill++) {
                    int moment = acknowledged.get() + 1 + random.nextInt(15);
                    Waiting.until("some more steps are acknowledged", () -> acknowledged.get() >= moment);
                    Waiting.aMoment(random.nextInt(40));
                    killOneOrBoth(consortium, random);
                    for (var caller : running) {
                        if (caller.isDone()) {
                            caller.get();
                        }
                    }
                }
                stop.set(true);
                for (var caller : running) {
                    caller.get();
                }
                assertThat(acknowledged.get()).as("seed %d", seed).isGreaterThan(kills);
                callers.forEach(caller -> caller.compareWithTheReadModel("seed " + seed));
            } finally {
                stop.set(true);
                pool.shutdownNow();
            }
        }
    }

    private static void killOneOrBoth(Consortium consortium, Random random) {
        var services = consortium.processes(AUTHORITY);
        int victims = random.nextInt(3);
        if (victims != 1) {
            restart(services.gateway());
        }
        if (victims != 0) {
            restart(services.privacy());
        }
    }

    private static void restart(ServiceProcess service) {
        assertThat(service.alive()).as(service.name() + " runs").isTrue();
        service.kill();
        service.start();
    }
}
