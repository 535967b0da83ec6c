// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

/** Cases and data protection requests have one form on the ledger under different keys (decision 0001). */
public enum Kind {
    CASE("case", "cases", "party"),
    REQUEST("request", "requests", "request");

    private final String word;
    private final String contract;
    private final String change;

    Kind(String word, String contract, String change) {
        this.word = word;
        this.contract = contract;
        this.change = change;
    }

    /** The word in keys, arguments and tables. */
    public String word() {
        return word;
    }

    /** Name of the contract. */
    public String contract() {
        return contract;
    }

    /** Kind of the change that tells the privacy service of a new holder of a role. */
    String change() {
        return change;
    }
}
