// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.scenario.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes the rules of the library one by one: the scenarios must notice. */
class LibraryMutationTest {

    private static final double OF_ALL = 0.95;
    private static final double OF_EACH = 0.90;
    private static final Path TABLE = Path.of("target", "definition-mutants.md");

    @ParameterizedTest
    @ValueSource(strings = {"dublin3-humanitarian@1", "document-checks@1", "gdpr-access@1"})
    void a_small_definition_is_held_by_its_scenarios(String id) {
        var definition = Scenarios.LIBRARY.definition(id);

        var score = MutationScore.of(definition);

        assertThat(score.score()).as(score.report()).isGreaterThanOrEqualTo(OF_ALL);
        assertNothingNotices(definition, score);
    }

    /** What was measured is written to {@code target/definition-mutants.md}. */
    @Tag("deep")
    @Test
    void every_definition_is_held_by_its_scenarios() throws IOException {
        var scores = new ArrayList<MutationScore>();
        for (var definition : Scenarios.LIBRARY.definitions()) {
            var score = MutationScore.of(definition);
            assertNothingNotices(definition, score);
            scores.add(score);
        }
        Files.writeString(TABLE, MutationReport.table(scores) + "\n\n" + survivors(scores) + "\n");

        var softly = new SoftAssertions();
        softly.assertThat(MutationReport.score(scores)).isGreaterThanOrEqualTo(OF_ALL);
        scores.forEach(
                score -> softly.assertThat(score.score()).as(score.report()).isGreaterThanOrEqualTo(OF_EACH));
        softly.assertAll();
    }

    /** What is equivalent by construction plays alike: a scenario that differs would show a proof wrong. */
    private static void assertNothingNotices(Definition definition, MutationScore score) {
        var scenarios = Scenarios.of(definition);
        var calendars = Scenarios.LIBRARY.calendarsOf(definition);
        score.equivalent().values().stream().flatMap(List::stream).forEach(mutant -> {
            var engine = Engine.of(DefinitionReader.read(mutant.content()), calendars);
            assertThat(scenarios).as(mutant.text()).noneMatch(scenario -> scenario.differs(engine));
        });
    }

    private static String survivors(List<MutationScore> scores) {
        var lines = new ArrayList<String>();
        scores.forEach(score ->
                score.survived().forEach(mutant -> lines.add("- " + score.definition() + " | " + mutant.text())));
        return String.join("\n", lines);
    }
}
