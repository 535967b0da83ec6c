// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

/** A record, id or value that has not the form decided for the ledger. The message names the field, never its value. */
public final class MalformedRecordException extends IllegalArgumentException {

    private final String field;

    public MalformedRecordException(String field, String problem) {
        super(field + " " + problem);
        this.field = field;
    }

    /** The name of the field that is malformed. */
    public String field() {
        return field;
    }
}
