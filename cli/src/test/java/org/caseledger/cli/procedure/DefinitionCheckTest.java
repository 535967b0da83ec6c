// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionCheckTest {
    private static final String SHOP = """
            definition: hearing@1
            semantics: 1
            title: A hearing
            channel: common
            calendar: eu-604-2013-art42@1
            law: {celex: 32013R0604, confirmed: false}
            roles: {deciding: one}
            opening: {role: deciding, steps: [asked]}
            conflicts: []
            steps:
              - {step: asked, kind: fact, by: applicant, recorded-by: deciding, source: "5(1)"}
              - {step: heard, kind: act, by: deciding, source: "5(2)"}
            limits:
              - limit: hear
                by: deciding
                met-by: [heard]
                end: [{from: asked, within: P1M, source: "5(3)"}]
                late: {heard: full}
                lapse: nothing
            ends: {when: heard, source: "5(4)"}
            """;
    private final Path file;

    DefinitionCheckTest(@TempDir Path directory) {
        this.file = directory.resolve("hearing.yaml");
    }

    @Test
    void a_definition_that_can_be_played_says_what_it_holds() throws IOException {
        DefinitionCheck check = DefinitionCheck.of(Files.writeString(file, SHOP));
        assertThat(check.complaints()).isEmpty();
        assertThat(check.holds()).isNotNull();
        assertThat(check.holds().counts()).containsEntry("steps", 2L).containsEntry("worlds", 1L);
        assertThat(check.holds().unconfirmed()).contains("32013R0604 Art 5(3)");
    }

    @Test
    void a_complaint_has_file_line_and_sentence() throws IOException {
        DefinitionCheck check = DefinitionCheck.of(Files.writeString(file, SHOP.replace("from: asked", "from: askd")));
        assertThat(check.holds()).isNull();
        assertThat(check.complaints()).isNotEmpty().allSatisfy(complaint -> {
            assertThat(complaint.place()).startsWith(file + ":");
            assertThat(complaint.sentence()).isNotBlank();
        });
    }

    @Test
    void what_is_no_yaml_is_a_complaint_too() throws IOException {
        assertThat(DefinitionCheck.of(Files.writeString(file, "definition: [")).complaints())
                .singleElement()
                .satisfies(complaint -> assertThat(complaint.place()).startsWith(file + ":"));
    }
}
