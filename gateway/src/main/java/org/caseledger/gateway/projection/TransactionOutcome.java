// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

/**
 * What a block says of one of this authority's transactions.
 *
 * @param transaction its id
 * @param code Fabric's validation code, {@code VALID} or why not
 * @param block the block's number
 */
public record TransactionOutcome(String transaction, String code, long block) {
    public boolean valid() {
        return code.equals("VALID");
    }
}
