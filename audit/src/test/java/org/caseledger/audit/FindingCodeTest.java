// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.caseledger.ledger.validation.BlockFault;
import org.junit.jupiter.api.Test;

class FindingCodeTest {

    @Test
    void every_finding_is_documented_and_has_a_sentence() throws Exception {
        var page = Files.readString(Path.of("..", "docs", "audit.md"));
        for (var code : FindingCode.values()) {
            assertThat(page).contains("| `" + code.name() + "` |");
            assertThat(code.sentence()).endsWith(".").doesNotContain("  ");
        }
    }

    @Test
    void every_fault_of_a_block_has_a_finding_of_its_own() {
        assertThat(BlockFault.values()).extracting(FindingCode::of).doesNotHaveDuplicates();
    }
}
