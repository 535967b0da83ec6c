// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.Logging;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.consortium.Layout;
import org.caseledger.network.topology.Topology;

/** Starts a consortium in an empty directory, plays the scenario and, if wanted, leaves the consortium running. */
public final class Demo {
    private final Topology topology;
    private final Journal journal;

    /** @param topology with the data directory that is to be used */
    public Demo(Topology topology, Journal journal) {
        this.topology = topology;
        this.journal = journal;
    }

    /**
     * Plays the demo.
     *
     * @param afterwards called while the consortium still runs; it is stopped when this returns
     */
    public void run(Consumer<Consortium> afterwards) {
        Layout layout = new Layout(topology.data());
        DemoDirectory directory = DemoDirectory.prepare(layout);
        try (directory) {
            Logging.toDirectory(layout.data());
            journal.describe("machine", machine());
            long begun = System.nanoTime();
            try (Consortium consortium = Consortium.start(topology)) {
                journal.describe("start", start(consortium, (System.nanoTime() - begun) / 1_000_000));
                Path work = Files.createDirectories(layout.data().resolve("work"));
                new Scenario(journal, consortium, work, LocalDate.now(ZoneOffset.UTC)).play();
                afterwards.accept(consortium);
            }
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    layout.data() + " cannot be written (" + e.getMessage() + "). Choose another one with --data DIR.",
                    e);
        }
    }

    private static ObjectNode machine() {
        Runtime runtime = Runtime.getRuntime();
        return Json.mapper()
                .createObjectNode()
                .put("java", Runtime.version().toString())
                .put("processors", runtime.availableProcessors())
                .put("heapMiB", runtime.maxMemory() / (1024 * 1024));
    }

    private static ObjectNode start(Consortium consortium, long milliseconds) {
        ObjectNode start = Json.mapper().createObjectNode().put("milliseconds", milliseconds);
        ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .ifPresent(cpu -> start.put("cpuMilliseconds", cpu.toMillis()));
        start.set("parts", Json.mapper().valueToTree(consortium.timings()));
        ObjectNode ledger = start.putObject("ledger");
        ledger.put("channel", consortium.channel()).put("height", consortium.height());
        consortium.authorities().forEach(authority -> start.withArray("authorities")
                .addObject()
                .put("id", authority.id())
                .put("country", authority.country())
                .put("api", consortium.api(authority.id()).toString()));
        return start;
    }
}
