// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.scenario.Scenario;
import org.caseledger.procedure.scenario.Scenarios;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two interpreters of one language say the same of every case. What fails is told with its seed, as small as it gets. */
class SecondInterpreterTest {

    private static final int CASES_OF_A_DEFINITION = 20;
    private static final int SCENARIOS_OF_A_FILE = 5;

    /** The same in every build; the deep one draws others each time. */
    private static final long SEED = 20_261_121;

    @Test
    void both_interpreters_agree_on_2000_random_cases() {
        randomCases(2_000, new Random(SEED));
    }

    @Tag("deep")
    @Test
    void both_interpreters_agree_on_100000_random_cases() {
        randomCases(100_000, new Random());
    }

    @Test
    void both_interpreters_agree_on_150_scenarios_of_the_library() {
        var files = new ArrayList<>(Scenarios.files());
        Collections.shuffle(files, new Random(SEED));
        files.stream()
                .flatMap(file -> Scenarios.read(file).stream().limit(SCENARIOS_OF_A_FILE))
                .limit(150)
                .forEach(SecondInterpreterTest::compare);
    }

    @Tag("deep")
    @Test
    void both_interpreters_agree_on_every_scenario() {
        for (var file : Scenarios.files()) {
            Scenarios.read(file).forEach(SecondInterpreterTest::compare);
        }
    }

    private static void randomCases(int cases, Random random) {
        var seeds = random.longs(cases / CASES_OF_A_DEFINITION).iterator();
        while (seeds.hasNext()) {
            compare(seeds.next());
        }
    }

    private static void compare(long seed) {
        var random = new Random(seed);
        var drawn = RandomDefinition.draw(random);
        var roles = RandomCase.roles(drawn.definition());
        var comparison = new Comparison(drawn.definition(), Scenarios.LIBRARY.calendarsOf(drawn.definition()), roles);
        for (int i = 0; i < CASES_OF_A_DEFINITION; i++) {
            var example = RandomCase.example(drawn, roles, random);
            if (!comparison.differences(example.steps(), example.asOf(), i).isEmpty()) {
                var shrunk =
                        Shrinking.of(example, smaller -> !smaller.differences().isEmpty());
                assertThat(shrunk.differences())
                        .as("seed %d, case %d, shrunk:%n%s", seed, i, shrunk)
                        .isEmpty();
            }
        }
    }

    private static void compare(Scenario scenario) {
        var definition = Scenarios.LIBRARY.definition(scenario.definition());
        var comparison = new Comparison(definition, Scenarios.LIBRARY.calendarsOf(definition), scenario.roles());
        var days = scenario.expected();
        for (int i = 0; i < days.size(); i++) {
            var knownAt = LocalDate.parse(days.get(i).path("known-at").asText("9999-12-31"));
            var asOf = LocalDate.parse(days.get(i).path("as-of").asText());
            assertThat(comparison.differences(recorded(scenario, knownAt), asOf, i))
                    .as("%s %s as of %s", scenario.definition(), scenario.name(), asOf)
                    .isEmpty();
        }
    }

    private static List<RecordedStep> recorded(Scenario scenario, LocalDate knownAt) {
        var day = knownAt.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        return IntStream.range(0, scenario.steps().size())
                .filter(i -> !scenario.refused().contains(i))
                .mapToObj(scenario.steps()::get)
                .filter(step -> step.recordedAt().isBefore(day))
                .toList();
    }
}
