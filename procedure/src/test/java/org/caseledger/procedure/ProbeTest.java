// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbeTest {

    @Test
    void probe() {
        assertThat(Runtime.version().feature()).isGreaterThan(16);
    }
}
