// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.problem;

/** A call that is refused, by its stable code. Thrown before anything is changed. */
public final class ProblemException extends RuntimeException {

    private final ProblemCode code;

    public ProblemException(ProblemCode code) {
        super(code.name());
        this.code = code;
    }

    public ProblemCode code() {
        return code;
    }
}
