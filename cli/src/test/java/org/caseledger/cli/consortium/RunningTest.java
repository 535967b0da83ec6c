// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.caseledger.cli.consortium.Running.Layer;
import org.junit.jupiter.api.Test;

class RunningTest {

    private final List<String> closed = new ArrayList<>();
    private final Running running = new Running();

    @Test
    void services_close_before_the_ledger_and_the_ledger_before_the_databases() {
        running.add(Layer.DATABASES, () -> closed.add("databases"));
        running.add(Layer.SERVICES, () -> closed.add("services"));
        running.add(Layer.LEDGER, () -> closed.add("ledger"));

        running.close();

        assertThat(closed).containsExactly("services", "ledger", "databases");
    }

    @Test
    void an_interrupted_thread_still_waits_for_every_part_and_stays_interrupted() {
        running.add(Layer.DATABASES, () -> {
            Thread.sleep(1);
            closed.add("databases");
        });
        Thread.currentThread().interrupt();

        running.close();

        assertThat(closed).containsExactly("databases");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_part_that_does_not_close_keeps_no_other_from_closing() {
        running.add(Layer.DATABASES, () -> closed.add("databases"));
        running.add(Layer.SERVICES, () -> {
            throw new IllegalStateException("on purpose");
        });

        running.close();

        assertThat(closed).containsExactly("databases");
    }
}
