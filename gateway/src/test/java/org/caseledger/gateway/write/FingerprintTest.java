// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void a_file_number_and_a_handle_leave_no_trace_in_it() {
        assertThat(Fingerprint.of(OperationKind.OPEN, body().put("fileNumber", "TEST-000001")))
                .isEqualTo(Fingerprint.of(OperationKind.OPEN, body().put("fileNumber", "TEST-000002")))
                .isEqualTo(Fingerprint.of(OperationKind.OPEN, body().put("handle", "X")));
    }

    @Test
    void it_changes_with_what_is_asked_and_with_the_kind_of_write() {
        var fingerprint = Fingerprint.of(OperationKind.STEP, body().put("occurredOn", "2015-03-09"));

        assertThat(fingerprint)
                .isNotEqualTo(Fingerprint.of(OperationKind.STEP, body().put("occurredOn", "2015-03-10")))
                .isNotEqualTo(Fingerprint.of(OperationKind.CORRECTION, body().put("occurredOn", "2015-03-09")));
    }

    @Test
    void the_order_of_fields_does_not_matter() {
        assertThat(Fingerprint.of(OperationKind.STEP, body().put("a", "1").put("b", "2")))
                .isEqualTo(
                        Fingerprint.of(OperationKind.STEP, body().put("b", "2").put("a", "1")));
    }

    private static ObjectNode body() {
        return JsonNodeFactory.instance.objectNode().put("step", "request");
    }
}
