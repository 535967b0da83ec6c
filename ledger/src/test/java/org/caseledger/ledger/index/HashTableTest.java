// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HashTableTest {
    private final HashTable table = new HashTable(3);

    @Test
    void finds_each_of_many_entries_and_none_that_was_not_added() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 300_000; i++) {
            table.add(random.nextLong(), i, i + 1, -i);
        }
        random = new SplittableRandom(7);
        for (int i = 0; i < 300_000; i++) {
            int wanted = i;
            long found = table.find(random.nextLong(), (cells, at) -> cells[at] == wanted);
            assertThat(table.cell(found, 1)).isEqualTo(i + 1);
            assertThat(table.pair(found, 0)).isEqualTo((long) i << 32 | i + 1);
        }
        assertThat(table.find(random.nextLong(), (cells, at) -> true)).isNegative();
        assertThat(table.size()).isEqualTo(300_000);
    }

    @Test
    void entries_of_one_hash_are_told_apart_by_their_cells() {
        for (int i = 0; i < 100; i++) {
            table.add(5, i, 0, 0);
        }
        table.set(table.find(5, (cells, at) -> cells[at] == 42), 2, 99);

        assertThat(table.cell(table.find(5, (cells, at) -> cells[at] == 42), 2)).isEqualTo(99);
        assertThat(table.cell(table.find(5, (cells, at) -> cells[at] == 43), 2)).isZero();
    }

    @Test
    void an_entry_takes_little_more_than_its_cells_at_any_size() {
        SplittableRandom random = new SplittableRandom(7);
        for (int size = 0; size < 1_000_000; size++) {
            if (size >= 100_000 && size % 50_000 == 0) {
                assertThat(table.bytes()).isLessThan(size * 16L * 3 / 2);
            }
            table.add(random.nextLong(), size, 0, 0);
        }
    }
}
