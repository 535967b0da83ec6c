// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.problem;

/**
 * The gateway's own codes. A code is never renamed and never reused; problems.properties says what to do about each.
 * Codes of the contract and of the privacy service are passed on as they are.
 */
public enum ProblemCode {
    PATH_UNKNOWN(404, Stage.REQUEST, false),
    METHOD_NOT_ALLOWED(405, Stage.REQUEST, false),
    BODY_NOT_JSON(400, Stage.REQUEST, false),
    BODY_TOO_LARGE(413, Stage.REQUEST, false),
    MEDIA_TYPE_NOT_JSON(415, Stage.REQUEST, false),
    FIELD_UNKNOWN(400, Stage.REQUEST, false),
    FIELD_MISSING(400, Stage.REQUEST, false),
    FIELD_MALFORMED(400, Stage.REQUEST, false),
    PARAMETER_MALFORMED(400, Stage.REQUEST, false),
    PARAMETER_UNKNOWN(400, Stage.REQUEST, false),
    IDEMPOTENCY_KEY_MISSING(400, Stage.REQUEST, false),
    IDEMPOTENCY_KEY_REUSED(409, Stage.REQUEST, false),
    TOKEN_MISSING(401, Stage.REQUEST, false),
    TOKEN_INVALID(401, Stage.REQUEST, false),
    TOKEN_OF_ANOTHER_AUTHORITY(403, Stage.REQUEST, false),
    ROLE_NOT_ALLOWED(403, Stage.REQUEST, false),
    TOKEN_KEYS_UNAVAILABLE(503, Stage.REQUEST, true),
    GATEWAY_BUSY(503, Stage.REQUEST, true),
    GATEWAY_FAULT(500, Stage.REQUEST, true),

    FILE_NUMBER_FOREIGN(422, Stage.LINK, false),
    FILE_NUMBER_UNKNOWN(404, Stage.LINK, false),
    FILE_NUMBER_AMBIGUOUS(409, Stage.LINK, false),
    HANDLE_UNKNOWN(404, Stage.LINK, false),
    LINKS_UNAVAILABLE(503, Stage.LINK, true),
    LINKS_REFUSED(502, Stage.LINK, false),

    ENTRY_UNKNOWN(422, Stage.REQUEST, false),
    PROCEDURE_UNKNOWN(422, Stage.REQUEST, false),
    OPERATION_UNKNOWN(404, Stage.READ, false),
    REQUEST_NOT_HERE(404, Stage.READ, false),
    REQUEST_WITHOUT_CASE(404, Stage.LINK, false),
    DECISION_INCOMPLETE(422, Stage.REQUEST, false),
    DECISION_TAKEN(409, Stage.REQUEST, false),
    RETENTION_RUNS(409, Stage.REQUEST, false),
    RECEIPT_NOT_READY(409, Stage.READ, true),

    ENDORSERS_DISAGREE(503, Stage.ENDORSE, true),
    ENDORSERS_UNAVAILABLE(503, Stage.ENDORSE, true),
    LEDGER_UNAVAILABLE(503, Stage.ORDER, true),
    LEDGER_CONFLICT(409, Stage.COMMIT, true),
    TRANSACTION_INVALID(502, Stage.COMMIT, false),
    LEDGER_FOREIGN(503, Stage.READ, false),
    READ_MODEL_UNAVAILABLE(503, Stage.READ, true),
    READ_MODEL_BEHIND(503, Stage.READ, true);

    private final int status;
    private final Stage stage;
    private final boolean retryable;

    ProblemCode(int status, Stage stage, boolean retryable) {
        this.status = status;
        this.stage = stage;
        this.retryable = retryable;
    }

    /** HTTP status. */
    public int status() {
        return status;
    }

    public Stage stage() {
        return stage;
    }

    /** Whether the same call with the same key may succeed later. */
    public boolean retryable() {
        return retryable;
    }
}
