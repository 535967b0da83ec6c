// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.problem;

import java.util.Map;

/** Ends a call with a problem. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemCode code) {
        this(Problem.of(code));
    }

    public ProblemException(ProblemCode code, Map<String, String> fields) {
        this(Problem.of(code, fields));
    }

    public Problem problem() {
        return problem;
    }
}
