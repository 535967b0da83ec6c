// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.docket;

import org.caseledger.procedure.record.CaseId;
import org.caseledger.procedure.record.CommandId;

/** A kind of case on the ledger. */
public enum Docket {
    /** Cases of persons. */
    CASES("case", "step"),
    /** Data protection requests: procedures with ids of their own, never in one transaction with a case's step. */
    REQUESTS("request", "request-step");

    private final String header;
    private final String entry;

    Docket(String header, String entry) {
        this.header = header;
        this.entry = entry;
    }

    /** The name of the id in arguments. */
    public String idField() {
        return header;
    }

    String headerKey(CaseId id) {
        return header + "/" + id;
    }

    String entryKey(CaseId id, CommandId command) {
        return entry + "/" + id + "/" + command;
    }
}
