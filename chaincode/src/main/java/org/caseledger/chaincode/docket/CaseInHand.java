// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.docket;

import java.util.List;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.chaincode.governance.Member;
import org.caseledger.chaincode.governance.Participants;
import org.caseledger.chaincode.governance.Rulebook;
import org.caseledger.chaincode.governance.Rules;
import org.caseledger.chaincode.invocation.Invocation;
import org.caseledger.procedure.engine.CaseState;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.CaseId;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.Pin;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;

/** An open case, the rules that bind it and the participant that wants to add to it. */
record CaseInHand(Invocation invocation, CaseStore store, CaseHeader header, Rules rules, Member signer) {

    static CaseInHand take(Docket docket, Rulebook rulebook, Invocation invocation, CaseId id) {
        var signer = Participants.requireSigner(invocation);
        var store = new CaseStore(docket, invocation);
        var header = store.requireOpen(id);
        return new CaseInHand(invocation, store, header, rulebook.pinned(invocation, header), signer);
    }

    CaseState state() {
        return rules.engine().read(header);
    }

    /** Requires what holds of every step that is added, before the engine is asked. */
    void requireRecordable(StepRecord step) {
        StepRules.requireRecordable(step, header.roles(), signer, rules, invocation.at());
        var contested = step.contests();
        if (contested != null && !store.holds(header.id(), contested)) {
            throw new RefusedException(Refusal.REFERENCE_UNKNOWN);
        }
    }

    /** All entries, counted against what one transaction may read again. */
    List<Entry> entries() {
        invocation.reread(header.count());
        return store.entries(header);
    }

    /** The steps and corrections among the entries, in order of arrival. */
    static List<RecordedStep> steps(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.content() instanceof Entry.Step)
                .map(entry -> new RecordedStep(((Entry.Step) entry.content()).step(), entry.by(), entry.at()))
                .toList();
    }

    void requireOpener() {
        if (!header.openedBy().equals(signer.authority())
                && !header.roles().holds(signer.authority(), rules.definition().openingRole())) {
            throw new RefusedException(Refusal.NOT_THE_OPENER);
        }
    }

    void requireParty() {
        if (header.roles().members().values().stream().noneMatch(held -> held.contains(signer.authority()))) {
            throw new RefusedException(Refusal.ROLE_NOT_HELD);
        }
    }

    void append(Entry.Content content, CaseState state) {
        append(content, state, header.roles(), false);
    }

    void append(Entry.Content content, CaseState state, Roles roles, boolean sealed) {
        append(content, state, roles, sealed, header.definition(), header.calendars());
    }

    void append(
            Entry.Content content, CaseState state, Roles roles, boolean sealed, Pin definition, List<Pin> calendars) {
        var next = new CaseHeader(
                header.id(),
                definition,
                calendars,
                header.openedBy(),
                roles,
                header.count() + 1,
                content.command(),
                sealed,
                state.toJson());
        store.append(next, header.last(), signer.authority(), content);
    }
}
