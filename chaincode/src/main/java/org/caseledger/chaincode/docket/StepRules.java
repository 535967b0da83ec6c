// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusalDetails;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.governance.Member;
import org.caseledger.chaincode.governance.Rules;
import org.caseledger.procedure.engine.CaseState;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;

/** What is required of a step before the engine is asked, and how the engine's answer becomes a refusal. */
final class StepRules {

    private static final Set<String> REASONS = Set.of("clerical-error", "wrong-date", "wrong-case", "did-not-happen");

    private StepRules() {}

    /** A plain step; one that supersedes another goes through the function for corrections. */
    static StepRecord requireNoCorrection(StepRecord step) {
        if (step.supersedes() != null) {
            throw new MalformedRecordException("supersedes", "belongs to a correction");
        }
        return step;
    }

    /** A first step has nothing that it could refer to. */
    static void requireNoReference(StepRecord step) {
        if (step.contests() != null || step.annuls() != null) {
            throw new RefusedException(Refusal.REFERENCE_UNKNOWN);
        }
    }

    static void requireRecordable(StepRecord step, Roles roles, Member signer, Rules rules, Instant at) {
        var reason = step.reason();
        if (reason != null && !REASONS.contains(reason)) {
            throw new MalformedRecordException("reason", "is none of the reasons of a correction");
        }
        if (!roles.holds(signer.authority(), step.role())) {
            throw new RefusedException(Refusal.ROLE_NOT_HELD);
        }
        requirePast(step, rules.dateIn(signer, at), at);
    }

    /** The state after a step that stands. */
    static CaseState requireStands(Outcome outcome) {
        if (outcome instanceof Outcome.Stands stands) {
            return stands.next();
        }
        if (outcome instanceof Outcome.Refused refused) {
            throw refusal(refused);
        }
        throw new IllegalStateException("the engine asked twice for a replay");
    }

    private static void requirePast(StepRecord step, LocalDate today, Instant now) {
        var until = step.until();
        var hour = step.occurredAt();
        if (step.occurredOn().isAfter(today)
                || (until != null && until.isAfter(today))
                || (hour != null && hour.toInstant().isAfter(now))) {
            throw new RefusedException(Refusal.DATE_IN_THE_FUTURE, RefusalDetails.date(today));
        }
    }

    private static RefusedException refusal(Outcome.Refused refused) {
        return switch (refused.reason()) {
            case UNKNOWN_STEP -> new RefusedException(Refusal.STEP_UNKNOWN);
            case ATTRIBUTE_UNKNOWN -> new RefusedException(Refusal.ATTRIBUTE_UNKNOWN);
            case UNKNOWN_ROUND -> new RefusedException(Refusal.ROUND_UNKNOWN);
            case UNKNOWN_REFERENCE -> new RefusedException(Refusal.REFERENCE_UNKNOWN);
            case ROLE_DOES_NOT_OWN_STEP -> named(Refusal.ROLE_DOES_NOT_OWN_STEP, refused);
            case NOT_ENABLED -> named(Refusal.NOT_ENABLED, refused);
            case BARRED -> named(Refusal.BARRED, refused);
            case NEEDS_IRREGULARITY_CODE -> named(Refusal.IRREGULARITY_NEEDED, refused);
            case ATTRIBUTE_MISSING -> named(Refusal.ATTRIBUTE_MISSING, refused);
            case ATTRIBUTE_VALUE -> named(Refusal.ATTRIBUTE_VALUE, refused);
            case NOT_OPENING_STEP -> named(Refusal.NOT_THE_OPENING_STEP, refused);
            case LIMIT_NOT_LAPSED -> named(Refusal.LIMIT_NOT_LAPSED, refused);
        };
    }

    private static RefusedException named(Refusal refusal, Outcome.Refused refused) {
        return new RefusedException(refusal, RefusalDetails.subject(refused.subject()));
    }
}
