// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;

/** Sorted lists of the authorities that approved something. */
final class Approvals {

    private Approvals() {}

    static List<String> with(List<String> approvals, String authority) {
        if (approvals.contains(authority)) {
            throw new RefusedException(Refusal.ALREADY_APPROVED);
        }
        var more = new ArrayList<>(approvals);
        more.add(authority);
        Collections.sort(more);
        return more;
    }

    static ArrayNode toJson(List<String> approvals) {
        var array = JsonNodeFactory.instance.arrayNode();
        approvals.forEach(array::add);
        return array;
    }

    static List<String> fromJson(JsonNode array) {
        var approvals = new ArrayList<String>();
        array.forEach(authority -> approvals.add(authority.asText()));
        return approvals;
    }
}
