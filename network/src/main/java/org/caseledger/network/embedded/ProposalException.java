// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

/** A proposal or transaction that is refused before anything is executed; the message says why. */
final class ProposalException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String reason;

    /** Whose fault it is, as far as the answer differs. */
    enum Kind {
        /** The bytes are not what they should be. */
        MALFORMED,
        /** The sender may not do this, or not any more. */
        REFUSED,
        /** It uses what this ledger does not do. */
        UNSUPPORTED
    }

    ProposalException(Kind kind, String message) {
        super(message);
        this.kind = kind;
        this.reason = message;
    }

    Kind kind() {
        return kind;
    }

    /** Why, in words for the sender. */
    String reason() {
        return reason;
    }

    static ProposalException refused(String message) {
        return new ProposalException(Kind.REFUSED, message);
    }

    static ProposalException malformed(String message) {
        return new ProposalException(Kind.MALFORMED, message);
    }
}
