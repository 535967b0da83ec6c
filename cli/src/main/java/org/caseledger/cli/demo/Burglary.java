// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

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
    private final Stage stage;

    Burglary(Stage stage) {
        this.stage = stage;
    }

    /** What he recovers from the server's files, and from the copy that he took, if he took one. */
    void attack(Act.Attack act) {
        List<Path> files = Files.exists(stolen()) ? List.of(serverFiles(), stolen()) : List.of(serverFiles());
        List<String> needles = stage.play().files().values().stream().sorted().toList();
        JsonNode answer = AttackerProcess.run(loot(), files, needles, stage.work());
        Evidence evidence = stage.journal().observation("attack", act.say(), answer);
        stage.journal().statement(act.say(), evidence, found(evidence), expected(act));
        if (act.steals()) {
            copyServerFiles();
        }
    }

    private static ObjectNode found(Evidence evidence) {
        JsonNode answer = evidence.answer();
        List<String> recovered = new ArrayList<>();
        answer.path("links")
                .forEach(link -> recovered.add(link.path("fileNumber").asText()));
        ObjectNode found = evidence.at(
                        Map.of("complete", "/complete", "pageImages", "/pageImages", "imagesOpened", "/imagesOpened"))
                .put("links", recovered.size())
                .put("clearText", answer.path("clearText").size());
        recovered.stream().sorted().distinct().forEach(found.putArray("fileNumbers")::add);
        return found;
    }

    private static ObjectNode expected(Act.Attack act) {
        ObjectNode expected =
                Json.mapper().createObjectNode().put("complete", true).put("clearText", 0);
        act.finds().stream().sorted().forEach(expected.putArray("fileNumbers")::add);
        return expected;
    }

    private List<AttackerProcess.Loot> loot() {
        Consortium consortium = stage.consortium();
        return stage.play().files().keySet().stream()
                .sorted()
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
        return stage.consortium().layout().postgres().resolve("data");
    }

    private Path stolen() {
        return stage.work().resolve("stolen");
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
