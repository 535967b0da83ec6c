// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.Logging;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.consortium.Layout;
import org.caseledger.network.topology.Topology;

/**
 * Plays cases one after the other, each on a consortium of its own, in an empty directory. The consortia stay up until
 * the last case is over and, if wanted, longer.
 */
public final class Demo {
    private final Layout layout;
    private final List<Setting> settings;
    private final Journal journal;

    /**
     * A case with where it is played.
     *
     * @param topology its data directory is not used
     */
    public record Setting(PlayedCase play, Topology topology) {}

    /** A case that was played and the consortium that it was played on. */
    public record Played(PlayedCase play, Consortium consortium) {}

    /** @param data the directory that is to be used */
    public Demo(Path data, List<Setting> settings, Journal journal) {
        this.layout = new Layout(data);
        this.settings = List.copyOf(settings);
        this.journal = journal;
    }

    /**
     * Plays the demo.
     *
     * @param afterwards called while the consortia still run; they are stopped when this returns
     */
    public void run(Consumer<List<Played>> afterwards) {
        List<Path> databases =
                settings.stream().map(setting -> layout(setting).postgres()).toList();
        DemoDirectory directory = DemoDirectory.prepare(layout, databases);
        try (directory) {
            Logging.toDirectory(layout.data());
            journal.describe("machine", machine());
            play(0, new ArrayList<>(), afterwards);
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    layout.data() + " cannot be written (" + e.getMessage() + "). Choose another one with --data DIR.",
                    e);
        }
    }

    private void play(int next, List<Played> played, Consumer<List<Played>> afterwards) throws IOException {
        if (next == settings.size()) {
            afterwards.accept(played);
            return;
        }
        Setting setting = settings.get(next);
        Layout own = layout(setting);
        long begun = System.nanoTime();
        try (Consortium consortium = Consortium.start(setting.topology().withData(own.data()), own)) {
            journal.describe("start", setting.play().id(), start(consortium, (System.nanoTime() - begun) / 1_000_000));
            Path work = Files.createDirectories(own.data().resolve("work"));
            new Scenario(journal, consortium, work, LocalDate.now(ZoneOffset.UTC)).play(setting.play());
            played.add(new Played(setting.play(), consortium));
            play(next + 1, played, afterwards);
        }
    }

    private Layout layout(Setting setting) {
        return new Layout(layout.data().resolve(setting.play().id()), layout.programs());
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
        start.put("channel", consortium.channel());
        ledger.put("channel", consortium.channel()).put("height", consortium.height());
        consortium.authorities().forEach(authority -> start.withArray("authorities")
                .addObject()
                .put("id", authority.id())
                .put("country", authority.country())
                .put("api", consortium.api(authority.id()).toString()));
        return start;
    }
}
