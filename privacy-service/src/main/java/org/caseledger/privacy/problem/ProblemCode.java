// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.problem;

/** Stable codes of the problems (RFC 9457) that the service answers, each with status, sentence and whether to retry. */
public enum ProblemCode {
    BODY_MALFORMED(
            400,
            false,
            "The body is not the JSON object that this route takes. Compare it with the documented fields."),
    CALLER_REFUSED(
            403,
            false,
            "The client certificate is not one that may call this route. Check its O and OU and who issued it."),
    ROUTE_UNKNOWN(404, false, "There is no such route. Every route is a POST under /internal/v1 or /peer/v1."),
    LINK_UNKNOWN(404, false, "No link is known here for what was given."),
    REQUEST_UNKNOWN(404, false, "No such data protection request is open here."),
    CASE_LINKED_OTHERWISE(
            409,
            false,
            "The case is linked to another file number, or waits to be claimed. Claim it, or take another case id."),
    CASE_ON_LEDGER(
            409,
            false,
            "The ledger knows the case, so that its link cannot be discarded. Open a data protection request."),
    LINK_CLAIMED_OTHERWISE(409, false, "The link is claimed under another file number already."),
    NOT_YET_PARTIES(
            409, true, "The own ledger does not show both authorities as parties yet. Try again later with a new key."),
    REQUEST_OPENED_OTHERWISE(409, false, "The request id is in use with other content. Take a new one."),
    REQUEST_STAGE(409, false, "The request is not in the stage that this needs. List the requests to see where it is."),
    TOMBSTONES_NOT_SHOWN(
            409, true, "The own ledger does not show the request's tombstones yet. Publish the batch, then try again."),
    CONTROLLERS_NOT_TOLD(
            409, true, "Another controller was not told of the request yet. Bind it on the ledger, then try again."),
    RECEIVER_KEY_UNKNOWN(
            410, true, "The one-time key is used, expired or was never given to this caller. Ask for a new one."),
    MESSAGE_UNREADABLE(
            400, false, "The message does not open with its key, or is not of the form that this route takes."),
    FILE_NUMBER_MALFORMED(422, false, "The file number does not have the form that this authority uses. Correct it."),
    TOO_MANY_LINKS(
            422, false, "More than 32 links belong to the request, more than a batch of tombstones holds. Split it."),
    LINK_RESTRICTED(
            423, false, "Processing is restricted (Art 18 GDPR). Only deadlines and data protection may be served."),
    STORAGE_CHECK_FAILED(
            500,
            true,
            "The fresh process could not confirm that storage is clean. Nothing was confirmed. Ask the operator, then try again."),
    UNEXPECTED(500, true, "The service failed on its side. Try again; the operator finds the cause in its log."),
    NOT_READY(503, true, "The service has not caught up with the ledger, or storage is away. Try again later."),
    STORAGE_AWAY(
            503, true, "Storage is away. What was asked may have been done; ask again, every route is idempotent."),
    BUSY(503, true, "Too much is waiting. Try again in a moment.");

    private final int status;
    private final boolean retry;
    private final String sentence;

    ProblemCode(int status, boolean retry, String sentence) {
        this.status = status;
        this.retry = retry;
        this.sentence = sentence;
    }

    public int status() {
        return status;
    }

    /** Whether the same call may succeed later. */
    public boolean retry() {
        return retry;
    }

    public String sentence() {
        return sentence;
    }
}
