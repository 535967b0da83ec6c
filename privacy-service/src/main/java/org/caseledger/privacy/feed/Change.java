// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.feed;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of the ledger's news, as the gateway's feed gives it. Which fields are there depends on the kind; a kind
 * that is not known here is passed over.
 *
 * @param seq block × 2²⁴ + entry
 * @param kind {@code party}, {@code request}, {@code tombstones}, {@code sealed} or {@code ended}
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Change(
        long seq,
        String kind,
        @Nullable String caseId,
        @Nullable String requestId,
        @Nullable String role,
        @Nullable String authority,
        @Nullable String by,
        @Nullable List<String> values) {

    /** A page of news: the position after it and the ledger's height in blocks. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Page(List<Change> changes, long last, long height) {}

    @Nullable
    String file() {
        return caseId != null ? caseId : requestId;
    }
}
