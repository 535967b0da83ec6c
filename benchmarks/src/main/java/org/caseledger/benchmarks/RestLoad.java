// SPDX-License-Identifier: Apache-2.0
package org.caseledger.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.demo.ApiClient;
import org.caseledger.cli.tokens.DemoRole;
import org.caseledger.network.topology.PortPlan;
import org.caseledger.network.topology.Topology;

/**
 * Steps a second over REST until each is durable on the embedded ledger. Everything, the clients too, is in this JVM:
 * what it prints is what the machine carries as a whole. Ends with the audit of the ledger that the load wrote.
 *
 * <p>Arguments: seconds for each measurement, then the numbers of requests in flight, e.g. {@code 15 1 16 64}.
 */
public final class RestLoad {

    private static final String AUTHORITY = "AT-DUBLIN";

    private RestLoad() {}

    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        if (arguments.length < 2) {
            System.err.println("Usage: RestLoad SECONDS IN_FLIGHT [IN_FLIGHT ...]");
            System.exit(2);
        }
        var seconds = Duration.ofSeconds(Integer.parseInt(arguments[0]));
        var inFlight = Stream.of(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        var directory = Files.createTempDirectory("caseledger-load");
        try (var consortium =
                Consortium.start(Topology.demo().withData(directory).withPorts(PortPlan.EPHEMERAL))) {
            var client = new ApiClient(
                    AUTHORITY,
                    consortium.api(AUTHORITY),
                    consortium.tlsRoot(AUTHORITY),
                    "caseworker",
                    consortium.token(AUTHORITY, "load", DemoRole.CASEWORKER));
            var files = new AtomicLong(100_000);
            System.out.println("| in flight | steps/s | p50 ms | p95 ms | p99 ms | CPU ms a step | refused |");
            System.out.println("|---|---|---|---|---|---|---|");
            run(client, files, 16, Duration.ofSeconds(10));
            for (int width : inFlight) {
                System.out.println(run(client, files, width, seconds).row(width));
            }
            System.out.println(AuditFigure.of(consortium, directory));
        } finally {
            delete(directory);
        }
    }

    private static Measured run(ApiClient client, AtomicLong files, int width, Duration time)
            throws InterruptedException, ExecutionException {
        var pool = Executors.newFixedThreadPool(width);
        try {
            var before = Cpu.time();
            var started = System.nanoTime();
            var until = started + time.toNanos();
            var lanes = IntStream.range(0, width)
                    .mapToObj(lane -> pool.submit(() -> new Lane(client, files).until(until)))
                    .toList();
            var measured = Measured.none();
            for (var lane : lanes) {
                measured = measured.and(lane.get());
            }
            return measured.in(
                    Duration.ofNanos(System.nanoTime() - started), Cpu.time().minus(before));
        } finally {
            pool.shutdown();
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException e) {
            System.err.printf(Locale.ROOT, "%s was not deleted whole: %s%n", directory, e.getMessage());
        }
    }

    /** What was measured: latencies in nanoseconds, and over what. */
    record Measured(List<Long> latencies, long refused, Duration wall, Duration cpu) {

        static Measured none() {
            return new Measured(List.of(), 0, Duration.ZERO, Duration.ZERO);
        }

        Measured and(Measured other) {
            return new Measured(
                    Stream.concat(latencies.stream(), other.latencies.stream()).toList(),
                    refused + other.refused,
                    wall,
                    cpu);
        }

        Measured in(Duration elapsed, Duration spent) {
            return new Measured(latencies.stream().sorted().toList(), refused, elapsed, spent);
        }

        String row(int width) {
            return String.format(
                    Locale.ROOT,
                    "| %d | %.0f | %.1f | %.1f | %.1f | %.2f | %d |",
                    width,
                    latencies.size() * 1e9 / wall.toNanos(),
                    percentile(50),
                    percentile(95),
                    percentile(99),
                    cpu.toNanos() / 1e6 / Math.max(1, latencies.size()),
                    refused);
        }

        private double percentile(int percent) {
            if (latencies.isEmpty()) {
                return Double.NaN;
            }
            return latencies.get((latencies.size() - 1) * percent / 100) / 1e6;
        }
    }
}
