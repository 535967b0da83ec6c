// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A data protection request as this authority keeps it until it is closed.
 *
 * @param requestId the request's id on the ledger
 * @param right the right that is exercised
 * @param as whether the person asked here, or another authority told
 * @param receivedOn ISO date on which the person asked
 * @param cases the linked cases, fewer once links are destroyed
 * @param stage how far it is
 * @param until with {@link Stage#RETAINED}, the ISO date until which the links are kept
 * @param batch id of the published batch, from {@link Stage#PREPARED} on
 * @param tombstones the 32 values of the batch, sorted
 * @param proofs openings of the commitments, from {@link Stage#DESTROYING} on
 * @param receipt the signed receipt, in {@link Stage#DESTROYED}
 * @param notices the other controllers and whether they were told
 */
public record RequestFile(
        String requestId,
        Right right,
        As as,
        String receivedOn,
        List<String> cases,
        Stage stage,
        @Nullable String until,
        @Nullable String batch,
        List<String> tombstones,
        List<Proof> proofs,
        @Nullable String receipt,
        List<Notice> notices) {

    public RequestFile {
        cases = List.copyOf(cases);
        tombstones = List.copyOf(tombstones);
        proofs = List.copyOf(proofs);
        notices = List.copyOf(notices);
    }

    /** The rights of Art 15 to 18 and 21 GDPR. */
    public enum Right {
        @JsonProperty("access")
        ACCESS,
        @JsonProperty("rectification")
        RECTIFICATION,
        @JsonProperty("erasure")
        ERASURE,
        @JsonProperty("restriction")
        RESTRICTION,
        @JsonProperty("objection")
        OBJECTION
    }

    /** This authority's part in the request. */
    public enum As {
        @JsonProperty("receiving")
        RECEIVING,
        @JsonProperty("controller")
        CONTROLLER
    }

    /** Stages in order; {@code DESTROYING} is shown to callers as prepared: links are gone, storage is unchecked. */
    public enum Stage {
        @JsonProperty("open")
        OPEN,
        @JsonProperty("retained")
        RETAINED,
        @JsonProperty("prepared")
        PREPARED,
        @JsonProperty("destroying")
        DESTROYING,
        @JsonProperty("destroyed")
        DESTROYED
    }

    /** What opens one commitment: tombstone (32 hex), r (64 hex) and the commitment itself (64 hex). */
    public record Proof(String tombstone, String r, String commitment) {}

    /** One case that another controller must be told of. */
    public record Notice(String authority, String caseId, boolean told) {}

    public static RequestFile open(
            String requestId, Right right, As as, String receivedOn, List<String> cases, List<Notice> notices) {
        return new RequestFile(
                requestId, right, as, receivedOn, cases, Stage.OPEN, null, null, List.of(), List.of(), null, notices);
    }

    public RequestFile withCases(List<String> changed) {
        return new RequestFile(
                requestId, right, as, receivedOn, changed, stage, until, batch, tombstones, proofs, receipt, notices);
    }

    public RequestFile retained(String date) {
        return new RequestFile(
                requestId,
                right,
                as,
                receivedOn,
                cases,
                Stage.RETAINED,
                date,
                null,
                List.of(),
                List.of(),
                null,
                notices);
    }

    public RequestFile prepared(String batchId, List<String> values) {
        return new RequestFile(
                requestId,
                right,
                as,
                receivedOn,
                cases,
                Stage.PREPARED,
                null,
                batchId,
                values,
                List.of(),
                null,
                notices);
    }

    /** Holds no case any more: neither the own links nor whom another was told of. */
    public RequestFile destroying(List<Proof> openings) {
        return new RequestFile(
                requestId,
                right,
                as,
                receivedOn,
                List.of(),
                Stage.DESTROYING,
                null,
                batch,
                tombstones,
                openings,
                null,
                List.of());
    }

    public RequestFile destroyed(String signedReceipt) {
        return new RequestFile(
                requestId,
                right,
                as,
                receivedOn,
                cases,
                Stage.DESTROYED,
                null,
                batch,
                tombstones,
                proofs,
                signedReceipt,
                notices);
    }

    public RequestFile told(String authority, String caseId) {
        List<Notice> changed = notices.stream()
                .map(notice ->
                        notice.authority().equals(authority) && notice.caseId().equals(caseId)
                                ? new Notice(authority, caseId, true)
                                : notice)
                .toList();
        return new RequestFile(
                requestId, right, as, receivedOn, cases, stage, until, batch, tombstones, proofs, receipt, changed);
    }

    /** Without any trace of a case whose link was destroyed. */
    public RequestFile without(String caseId) {
        List<Notice> kept = notices.stream()
                .filter(notice -> !notice.caseId().equals(caseId))
                .toList();
        List<String> left = cases.stream().filter(each -> !each.equals(caseId)).toList();
        return new RequestFile(
                requestId, right, as, receivedOn, left, stage, until, batch, tombstones, proofs, receipt, kept);
    }

    public boolean mentions(String caseId) {
        return cases.contains(caseId)
                || notices.stream().anyMatch(notice -> notice.caseId().equals(caseId));
    }

    public List<Notice> untold() {
        return notices.stream().filter(notice -> !notice.told()).toList();
    }
}
