// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.problem;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.caseledger.gateway.ledger.LedgerRefusal;

/**
 * One problem, before it is put into words.
 *
 * @param code stable code
 * @param status HTTP status
 * @param retryable whether the same call with the same key may succeed later
 * @param fields closed details: never a value that a caller sent
 */
public record Problem(String code, int status, Stage stage, boolean retryable, Map<String, String> fields) {

    private static final Set<String> FORBIDDEN = Set.of(
            "SIGNER_NOT_A_CLIENT",
            "NOT_A_PARTICIPANT",
            "ROLE_NOT_HELD",
            "NOT_THE_OPENER",
            "ROLE_DOES_NOT_OWN_STEP",
            "NOT_YOUR_ENTRY");
    private static final Set<String> CONFLICTS = Set.of(
            "CASE_EXISTS", "CASE_SEALED", "COMMAND_USED", "ROLE_TAKEN", "PARTY_ALREADY_BOUND", "ALREADY_SUPERSEDED");
    private static final Set<String> FAULTS =
            Set.of("FUNCTION_UNKNOWN", "ARGUMENT_NOT_CANONICAL", "STATE_UNREADABLE", "NOT_FOUNDED");

    public Problem {
        fields = Map.copyOf(fields);
    }

    public static Problem of(ProblemCode code) {
        return of(code, Map.of());
    }

    public static Problem of(ProblemCode code, Map<String, String> fields) {
        return new Problem(code.name(), code.status(), code.stage(), code.retryable(), fields);
    }

    /** A refusal of the contract, passed on. */
    public static Problem of(LedgerRefusal refusal) {
        var fields = new TreeMap<>(refusal.fields());
        return new Problem(refusal.code(), status(refusal.code()), Stage.ENDORSE, false, fields);
    }

    /** A refusal of the privacy service, passed on. */
    public static Problem ofLinks(String code, int status, boolean retryable) {
        return new Problem(code, status, Stage.LINK, retryable, Map.of());
    }

    public ProblemException toException() {
        return new ProblemException(this);
    }

    private static int status(String code) {
        if (code.equals("CASE_UNKNOWN")) {
            return 404;
        }
        if (FORBIDDEN.contains(code)) {
            return 403;
        }
        if (CONFLICTS.contains(code)) {
            return 409;
        }
        return FAULTS.contains(code) ? 502 : 422;
    }
}
