// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import java.util.List;
import java.util.Optional;
import org.caseledger.gateway.cases.Docket;
import org.caseledger.gateway.cases.PlacedEntry;
import org.caseledger.gateway.links.LinkedRequest;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.StepRecord;

/**
 * A request as the ledger and, while it is not closed, the privacy service have it.
 *
 * @param linked empty before the privacy service was told and after it forgot
 */
record RequestFile(String authority, Docket docket, Optional<LinkedRequest> linked) {

    static final String RECEIVED = "received";
    static final String DECIDED = "decided";
    static final String CONFIRMED = "confirmed";
    static final String RECEIVING = "receiving";
    static final String CONTROLLER = "controller";

    /** A decision with who took it. */
    record Decision(String authority, StepRecord step) {
        boolean destroys() {
            return "destroyed".equals(step.attributes().get("outcome"));
        }
    }

    String id() {
        return docket.header().id().value();
    }

    List<Decision> decisions() {
        return placed(DECIDED).stream()
                .map(entry -> new Decision(entry.entry().by(), step(entry)))
                .toList();
    }

    /** This authority's newest decision. */
    Optional<Decision> ownDecision() {
        return decisions().stream()
                .filter(decision -> decision.authority().equals(authority))
                .reduce((earlier, later) -> later);
    }

    /** Confirmations of one authority, as they stand on the ledger. */
    List<PlacedEntry> confirmations(String by) {
        return placed(CONFIRMED).stream()
                .filter(entry -> entry.entry().by().equals(by))
                .toList();
    }

    boolean confirmed(String commitment) {
        return confirmations(authority).stream()
                .anyMatch(entry -> commitment.equals(step(entry).attributes().get("commitment")));
    }

    /** The right that its procedure is about. */
    Right right() {
        return Right.ofDefinition(docket.header().definition().id());
    }

    /** Where it stands at this authority, in the words of openapi.yaml. */
    String stage() {
        var own = ownDecision();
        if (own.isEmpty()) {
            return "open";
        }
        if (right() != Right.ERASURE) {
            return linked.isPresent() ? "decided" : "closed";
        }
        if (!own.get().destroys()) {
            return "retained";
        }
        if (confirmations(authority).isEmpty()) {
            return "erasing";
        }
        return linked.isPresent() ? "confirmed" : "closed";
    }

    boolean isReceiving() {
        return docket.header().roles().holds(authority, RECEIVING);
    }

    private List<PlacedEntry> placed(String step) {
        return docket.entries().stream()
                .filter(entry -> entry.entry().content() instanceof Entry.Step content
                        && content.step().step().equals(step))
                .toList();
    }

    static StepRecord step(PlacedEntry entry) {
        if (entry.entry().content() instanceof Entry.Step content) {
            return content.step();
        }
        throw new IllegalArgumentException("not a step");
    }
}
