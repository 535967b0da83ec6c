// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.network.postgres.PostgresServer;
import org.caseledger.privacy.attack.StorageAttacker;
import org.caseledger.privacy.fixture.Caller.Answer;
import org.caseledger.privacy.fixture.FakeLedger;
import org.caseledger.privacy.fixture.Futures;
import org.caseledger.privacy.fixture.Node;
import org.caseledger.privacy.fixture.TestAuthority;
import org.caseledger.privacy.vault.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The attacker, a process of its own, is given the whole data directory as it was before the destruction and as it is
 * after it (heap, log, everything), and every key that is still alive.
 */
final class ErasureDrillIT {

    private static final String VICTIM = "TEST-VICTIM0001";
    private static final String NEIGHBOUR = "TEST-NEIGHBOUR";
    private static final int NEIGHBOURS = 15;

    private final FakeLedger ledger = new FakeLedger();
    private final String caseId = Ids.hex128();

    @Test
    void the_attacker_finds_the_link_before_and_nothing_of_it_afterwards(@TempDir Path directory) throws Exception {
        Path postgres = directory.resolve("postgres");
        Path before = directory.resolve("before");
        try (PostgresServer server = PostgresServer.start(postgres);
                Node austria = new Node(
                        new TestAuthority(directory, "AT-DUBLIN", server.database("privacy_at_dublin")), ledger)) {
            austria.start();
            String handle = createLinks(austria);
            copy(postgres.resolve("data"), before);
            Path rootStore = austria.authority().rootStore();
            List<String> foundBefore = attack(rootStore, before);

            destroy(austria);
            austria.stop();
            List<String> foundAfter = attack(rootStore, before, postgres.resolve("data"), rootStore);

            assertThat(foundBefore).anyMatch(entry -> entry.contains(VICTIM) && entry.contains(caseId));
            assertThat(foundBefore).anyMatch(entry -> entry.contains(handle));
            for (int neighbour = 0; neighbour < NEIGHBOURS; neighbour++) {
                String fileNumber = NEIGHBOUR + neighbour + "\"";
                assertThat(foundAfter).anyMatch(entry -> entry.contains(fileNumber));
            }
            assertThat(foundAfter)
                    .noneMatch(entry -> entry.contains(VICTIM))
                    .noneMatch(entry -> entry.contains(caseId))
                    .noneMatch(entry -> entry.contains(handle));
        }
    }

    private String createLinks(Node austria) {
        for (int neighbour = 0; neighbour < NEIGHBOURS; neighbour++) {
            austria.call("links/create", "caseId", Ids.hex128(), "fileNumber", NEIGHBOUR + neighbour);
        }
        return austria.call("links/create", "caseId", caseId, "fileNumber", VICTIM)
                .body()
                .getString("handle");
    }

    private void destroy(Node austria) {
        String requestId = Ids.hex128();
        austria.call(
                "requests/open",
                "requestId",
                requestId,
                "fileNumber",
                VICTIM,
                "right",
                "erasure",
                "receivedOn",
                "2026-11-21");
        Answer prepared = austria.call("requests/prepare", "requestId", requestId);
        ledger.tombstones(prepared.body().getJsonArray("tombstones").stream()
                .map(String.class::cast)
                .toList());
        Futures.await(
                "the destruction",
                () -> austria.call("requests/destroy", "requestId", requestId).status() == 200);
    }

    private static List<String> attack(Path rootStore, Path... directories) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                StorageAttacker.class.getName(),
                rootStore.resolve("root.key").toString()));
        for (Path each : directories) {
            command.add(each.toString());
        }
        Process attacker = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String printed = new String(attacker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return List.of(printed.split("\n", -1));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
