// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

/**
 * One thing that is not as it must be.
 *
 * @param block number of the block, or -1 where no block is meant
 * @param transaction index within the block, or -1 where the whole block is meant
 * @param detail what differs; no content of a case
 */
public record Finding(FindingCode code, long block, int transaction, String detail) {

    static Finding ofLedger(FindingCode code, String detail) {
        return new Finding(code, -1, -1, detail);
    }
}
