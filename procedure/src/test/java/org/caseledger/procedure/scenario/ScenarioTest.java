// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {

    static Stream<Named<Path>> files() {
        return Scenarios.files().stream()
                .map(file -> Named.of(
                        file.subpath(file.getNameCount() - 2, file.getNameCount())
                                .toString(),
                        file));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void the_law_says_of_this_case_what_was_computed_by_hand(Path file) {
        for (var scenario : Scenarios.read(file)) {
            var definition = Scenarios.definition(scenario.definition());

            List<String> differences = scenario.differences(definition, Scenarios.LIBRARY.calendarsOf(definition));

            assertThat(scenario.expected()).isNotEmpty();
            assertThat(differences).as(scenario.name()).isEmpty();
        }
    }
}
