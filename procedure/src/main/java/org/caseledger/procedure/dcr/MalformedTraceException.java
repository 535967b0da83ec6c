// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

/** A line is no JSON array of event ids. The message is a sentence. */
public final class MalformedTraceException extends IllegalArgumentException {

    private final int line;

    MalformedTraceException(int line, String sentence) {
        super(sentence);
        this.line = line;
    }

    /** The line, counted from 1 in what was played. */
    public int line() {
        return line;
    }
}
