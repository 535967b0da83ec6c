// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.links;

import java.util.List;

/**
 * What the privacy service says of links that it destroyed.
 *
 * @param commitments for the ledger, 64 hex digits each
 * @param receipt signed, for the person; passed through and never kept
 */
public record Destruction(List<String> commitments, String receipt) {
    public Destruction {
        commitments = List.copyOf(commitments);
    }
}
