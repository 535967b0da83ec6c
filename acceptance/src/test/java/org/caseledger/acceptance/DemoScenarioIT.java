// SPDX-License-Identifier: Apache-2.0
package org.caseledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.demo.Journal;
import org.caseledger.cli.demo.Scenario;
import org.caseledger.network.topology.PortPlan;
import org.caseledger.network.topology.Topology;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The judgment C-201/16 from its first step to its audited erasure, over HTTP; each statement is a test. */
class DemoScenarioIT {

    @TempDir
    Path directory = Path.of("");

    @TestFactory
    Stream<DynamicTest> every_statement_of_the_scenario_holds() throws Exception {
        var journal = new Journal(event -> {});
        try (var consortium = Consortium.start(
                Topology.demo().withData(directory.resolve("data")).withPorts(PortPlan.EPHEMERAL))) {
            var work = Files.createDirectories(directory.resolve("work"));
            new Scenario(journal, consortium, work, LocalDate.now(ZoneOffset.UTC)).play();
        }
        var statements = StreamSupport.stream(journal.document().path("events").spliterator(), false)
                .filter(event -> event.path("kind").asText().equals("statement"))
                .toList();
        assertThat(statements).hasSizeGreaterThan(10);
        return statements.stream().map(DemoScenarioIT::test);
    }

    private static DynamicTest test(JsonNode statement) {
        return DynamicTest.dynamicTest(statement.path("id").asText(), () -> assertThat(
                        statement.path("holds").asBoolean())
                .as("found %s, expected %s", statement.path("found"), statement.path("expected"))
                .isTrue());
    }
}
