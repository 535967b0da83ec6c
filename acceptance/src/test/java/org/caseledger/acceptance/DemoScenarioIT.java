// SPDX-License-Identifier: Apache-2.0
package org.caseledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.demo.Journal;
import org.caseledger.cli.demo.PlayedCase;
import org.caseledger.cli.demo.Scenario;
import org.caseledger.network.topology.PortPlan;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each played case from its first step to its audited erasure, over HTTP; each statement is a test. */
class DemoScenarioIT {

    @TempDir
    Path directory = Path.of("");

    @TestFactory
    Stream<DynamicContainer> every_statement_of_every_case_holds() {
        return PlayedCase.shipped().stream()
                .map(play -> DynamicContainer.dynamicContainer(
                        play.id(), Stream.of(play).flatMap(this::statements)));
    }

    private Stream<DynamicTest> statements(PlayedCase play) {
        var journal = new Journal(event -> {});
        var own = directory.resolve(play.id());
        try (var consortium =
                Consortium.start(play.consortium().withData(own.resolve("data")).withPorts(PortPlan.EPHEMERAL))) {
            var work = Files.createDirectories(own.resolve("work"));
            new Scenario(journal, consortium, work, LocalDate.now(ZoneOffset.UTC)).play(play);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var statements = StreamSupport.stream(journal.document().path("events").spliterator(), false)
                .filter(event -> event.path("kind").asText().equals("statement"))
                .toList();
        assertThat(statements).hasSizeGreaterThan(40);
        return statements.stream().map(DemoScenarioIT::test);
    }

    private static DynamicTest test(JsonNode statement) {
        return DynamicTest.dynamicTest(statement.path("id").asText(), () -> assertThat(
                        statement.path("holds").asBoolean())
                .as("found %s, expected %s", statement.path("found"), statement.path("expected"))
                .isTrue());
    }
}
