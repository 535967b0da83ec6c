// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.Map;
import org.caseledger.ledger.state.WorldState.StateUpdate;
import org.junit.jupiter.api.Test;

class WorldStateTest {
    private static final StateKey KEY = new StateKey("cc", "k");

    private final WorldState state = new WorldState();

    private void write(long block, String value) {
        state.apply(block, Map.of(KEY, new StateUpdate(ByteString.copyFromUtf8(value), new Version(block, 0))));
    }

    private void delete(long block) {
        state.apply(block, Map.of(KEY, new StateUpdate(null, new Version(block, 0))));
    }

    private static String shown(WorldState.Snapshot snapshot) {
        return snapshot.get(KEY).map(value -> value.value().toStringUtf8()).orElse("absent");
    }

    @Test
    void a_snapshot_stays_as_it_was() {
        try (WorldState.Snapshot before = state.newest()) {
            write(1, "one");
            try (WorldState.Snapshot first = state.newest()) {
                write(2, "two");
                delete(3);
                write(4, "four");
                assertThat(shown(before)).isEqualTo("absent");
                assertThat(shown(first)).isEqualTo("one");
                assertThat(shown(state.newest())).isEqualTo("four");
            }
        }
    }

    @Test
    void a_second_view_shows_the_same_block() {
        write(1, "one");
        try (WorldState.Snapshot first = state.newest()) {
            write(2, "two");
            try (WorldState.Snapshot same = state.same(first)) {
                assertThat(same.block()).isEqualTo(1);
                assertThat(shown(same)).isEqualTo("one");
            }
        }
    }

    @Test
    void a_deleted_key_is_absent_and_can_be_written_again() {
        write(1, "one");
        delete(2);
        assertThat(state.get(KEY)).isEmpty();
        write(3, "three");
        assertThat(state.get(KEY)).contains(new StateValue(ByteString.copyFromUtf8("three"), new Version(3, 0)));
    }

    @Test
    void keys_are_ordered_as_their_utf8_bytes() {
        String supplementary = "\uD83D\uDE00";
        assertThat(StateKey.BY_CODE_POINTS.compare("\uFFFD", supplementary)).isNegative();
        assertThat("\uFFFD".compareTo(supplementary)).isPositive();
        assertThat(new StateKey("a", "z")).isLessThan(new StateKey("b", "a"));
        assertThat(StateKey.BY_CODE_POINTS.compare("a", "ab")).isNegative();
    }
}
