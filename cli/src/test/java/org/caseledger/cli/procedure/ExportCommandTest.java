// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Main;
import org.junit.jupiter.api.Test;

class ExportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_definition_is_written_as_a_dcr_graph() {
        assertThat(run("procedure", "export", "dublin3-take-back@1", "--format", "dcr-xml"))
                .isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dcrgraph title=\"dublin3-take-back@1\">")
                .contains("<event id=\"request[basis=eurodac]\"")
                .endsWith("</dcrgraph>\n");
    }

    @Test
    void a_format_or_a_definition_that_is_not_known_is_exit_code_2() {
        assertThat(run("procedure", "export", "dublin3-take-back@1", "--format", "bpmn"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("dcr-xml").contains("Usage:");
        assertThat(run("procedure", "export", "dublin3-take-back@1")).isEqualTo(ExitCode.USAGE);
        assertThat(run("procedure", "export", "nonsense", "--format", "dcr-xml"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("There is no definition nonsense.");
    }

    private int run(String... line) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), line);
    }
}
