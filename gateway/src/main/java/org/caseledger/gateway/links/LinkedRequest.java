// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.links;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data protection request as the privacy service keeps it.
 *
 * @param as {@code receiving} or {@code controller}
 * @param stage {@code open}, {@code retained}, {@code prepared}, {@code destroyed} or {@code closed}
 */
public record LinkedRequest(
        String requestId, String right, String as, String receivedOn, List<NamedLink> links, String stage) {

    public LinkedRequest {
        links = List.copyOf(links);
    }

    /** A link of the request with its file number, null while unclaimed. */
    public record NamedLink(
            String caseId, String handle, @Nullable String fileNumber) {}
}
