// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class HeaderKeysTest {

    private final HeaderKeys keys = new HeaderKeys("case/");

    @Test
    void ids_come_back_in_order_and_what_is_no_id_after_them() {
        var random = new SplittableRandom(3);
        var expected = new TreeSet<String>();
        for (var i = 0; i < 20_000; i++) {
            expected.add("case/%016x%016x".formatted(random.nextLong(), random.nextLong()));
        }
        expected.add("case/00000000000000000000000000000000");
        expected.add("case/ffffffffffffffffffffffffffffffff");
        expected.stream().sorted(Comparator.comparing(String::hashCode)).forEach(keys::add);
        keys.add("case/TEST-000123");
        keys.add("case/0000000000000000000000000000000G");
        var found = new ArrayList<String>();
        keys.inOrder(found::addAll);

        var all = new ArrayList<>(expected);
        all.add("case/0000000000000000000000000000000G");
        all.add("case/TEST-000123");
        assertThat(found).isEqualTo(all);
        assertThat(keys.size()).isEqualTo(all.size());
    }
}
