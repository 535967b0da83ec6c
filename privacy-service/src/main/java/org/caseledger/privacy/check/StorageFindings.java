// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.check;

/**
 * What a reread of storage found.
 *
 * @param pages pages that the root key leads to
 * @param links links in them
 * @param buried links that carry one of the tombstones asked for
 * @param dangling lookups (handle, file number, open request) that lead to no link
 */
public record StorageFindings(long pages, long links, long buried, long dangling) {

    public boolean clean() {
        return buried == 0 && dangling == 0;
    }
}
