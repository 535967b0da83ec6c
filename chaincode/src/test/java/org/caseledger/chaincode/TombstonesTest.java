// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseledger.chaincode.TestLedger.AT;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TombstonesTest {

    private final TestLedger ledger = Founding.founded();
    private final String batch = ledger.id();

    @Test
    void a_batch_is_published_and_read() {
        ledger.submit(AT, "tombstones:publish", argument -> batch(argument, batch, values(32)));

        var read = ledger.submit(AT, "tombstones:read", argument -> argument.put("batch", batch));
        assertThat(read.get("by").asText()).isEqualTo(AT);
        assertThat(read.get("values")).extracting(value -> value.asText()).containsExactlyElementsOf(values(32));
    }

    @Test
    void a_batch_of_another_size_is_refused() {
        assertThat(publish(values(31))).startsWith("REFUSED ARGUMENT_MALFORMED").contains("\"values\"");
        assertThat(publish(values(33))).startsWith("REFUSED ARGUMENT_MALFORMED");
    }

    @Test
    void unsorted_or_equal_tombstones_are_refused() {
        var unsorted = values(32);
        Collections.swap(unsorted, 3, 4);
        assertThat(publish(unsorted)).startsWith("REFUSED ARGUMENT_MALFORMED");
        var equal = values(32);
        equal.set(4, equal.get(3));
        assertThat(publish(equal)).startsWith("REFUSED ARGUMENT_MALFORMED");
    }

    private String publish(List<String> values) {
        return ledger.refuse(AT, "tombstones:publish", argument -> batch(argument, batch, values));
    }

    static void batch(ObjectNode argument, String id, List<String> values) {
        argument.put("batch", id);
        values.forEach(argument.putArray("values")::add);
    }

    static List<String> values(int count) {
        return IntStream.range(0, count)
                .mapToObj("%032x"::formatted)
                .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new));
    }
}
