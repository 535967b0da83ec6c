// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.invocation;

import java.util.Set;
import org.caseledger.chaincode.RefusalDetails;

/** The field names of decision 0001. A refusal repeats no other, because another one is the caller's own text. */
final class Fields {

    private static final Set<String> KNOWN = Set.of(
            "v",
            "case",
            "request",
            "definition",
            "calendars",
            "roles",
            "step",
            "steps",
            "command",
            "role",
            "authority",
            "limit",
            "round",
            "end",
            "content",
            "id",
            "hash",
            "members",
            "country",
            "batch",
            "values",
            "occurredOn",
            "occurredAt",
            "ordinal",
            "until",
            "attributes",
            "annuls",
            "contests",
            "supersedes",
            "withdrawal",
            "reason",
            "irregularity");

    private Fields() {}

    static RefusalDetails details(String field) {
        return KNOWN.contains(field) ? RefusalDetails.field(field) : RefusalDetails.NONE;
    }
}
