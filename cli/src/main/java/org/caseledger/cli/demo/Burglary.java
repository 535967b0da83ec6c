// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import static org.caseledger.cli.demo.Timeline.AUSTRIA;
import static org.caseledger.cli.demo.Timeline.BULGARIA;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.consortium.Consortium;

/**
 * The same attacker before and after the erasure. Afterwards he also has what was copied from the server's files before
 * it: a stolen backup, with every key that is still alive.
 */
final class Burglary {
    private static final List<String> FILE_NUMBERS = List.of(Timeline.AUSTRIAS_FILE, Timeline.BULGARIAS_FILE);

    private final Journal journal;
    private final Consortium consortium;
    private final Path work;

    Burglary(Journal journal, Consortium consortium, Path work) {
        this.journal = journal;
        this.consortium = consortium;
        this.work = work;
    }

    /** He finds both links, and takes a copy of the database server's files along. */
    void before() {
        journal.chapter("attack-before");
        attack("attack-before", List.of(serverFiles()), FILE_NUMBERS);
        copyServerFiles();
    }

    /** He finds neither, neither in the server's files nor in the copy that he took. */
    void after() {
        journal.chapter("attack-after");
        attack("attack-after", List.of(serverFiles(), stolen()), List.of());
    }

    private void attack(String id, List<Path> files, List<String> fileNumbers) {
        JsonNode answer = AttackerProcess.run(loot(), files, FILE_NUMBERS, work);
        Evidence evidence = journal.observation("attack", id, answer);
        List<String> recovered = new ArrayList<>();
        answer.path("links")
                .forEach(link -> recovered.add(link.path("fileNumber").asText()));
        ObjectNode found = evidence.at(
                        Map.of("complete", "/complete", "pageImages", "/pageImages", "imagesOpened", "/imagesOpened"))
                .put("links", recovered.size())
                .put("clearText", answer.path("clearText").size());
        recovered.stream().sorted().distinct().forEach(found.putArray("fileNumbers")::add);
        ObjectNode expected =
                Json.mapper().createObjectNode().put("complete", true).put("clearText", 0);
        fileNumbers.stream().sorted().forEach(expected.putArray("fileNumbers")::add);
        journal.statement(id, evidence, found, expected);
    }

    private List<AttackerProcess.Loot> loot() {
        return Stream.of(AUSTRIA, BULGARIA)
                .map(authority -> new AttackerProcess.Loot(
                        consortium.privacyDatabase(authority),
                        consortium
                                .layout()
                                .postgres()
                                .resolve("passwords")
                                .resolve(consortium.privacyDatabase(authority).user()),
                        consortium.layout().rootStore(authority)))
                .toList();
    }

    private Path serverFiles() {
        return consortium.layout().postgres().resolve("data");
    }

    private Path stolen() {
        return work.resolve("stolen");
    }

    private void copyServerFiles() {
        try (Stream<Path> files = Files.walk(serverFiles())) {
            for (Path file : files.toList()) {
                copy(file, stolen().resolve(serverFiles().relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "The server's files cannot be copied to " + stolen() + ". Check its room.",
                    e);
        }
    }

    /** A file that the running server removes meanwhile is one that nobody could have stolen. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            Files.createDirectories(to);
        } else if (Files.exists(from)) {
            Files.copy(from, to);
        }
    }
}
