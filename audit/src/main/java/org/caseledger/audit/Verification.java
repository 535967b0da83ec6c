// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.caseledger.ledger.config.ConfigException;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.validation.BlockReport;
import org.caseledger.ledger.validation.BlockVerifier;
import org.caseledger.procedure.record.CanonicalJson;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** One walk along the blocks: judges each, executes its transactions again, and sums up at the end. */
final class Verification {

    private final AuditRequest request;
    private final TrustDirectory trust;
    private final LongSupplier nanoTime;
    private final SignatureProvider provider = SignatureProvider.best();
    private final BlockVerifier verifier;
    private final ReplayedState state = new ReplayedState();
    private final Reexecution reexecution;
    private final List<Finding> findings = new ArrayList<>();
    private ByteString genesisHash = ByteString.EMPTY;
    private ByteString headHash = ByteString.EMPTY;
    private boolean headSeen;
    private long blocks;
    private long transactions;
    private long valid;
    private long signatures;
    private long nanos;

    Verification(AuditRequest request, TrustDirectory trust, LongSupplier nanoTime) {
        this.request = request;
        this.trust = trust;
        this.nanoTime = nanoTime;
        this.verifier = BlockVerifier.create(trust.trust(), provider);
        this.reexecution = new Reexecution(request.chaincode(), state);
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    /** Verifies the next block; false when nothing after it can be judged. */
    boolean verify(Block block) {
        BlockReport report;
        try {
            var before = nanoTime.getAsLong();
            report = verifier.verify(block);
            nanos += nanoTime.getAsLong() - before;
        } catch (ConfigException unusable) {
            found(new Finding(FindingCode.GENESIS_UNUSABLE, 0, -1, String.valueOf(unusable.getMessage())));
            return false;
        }
        count(block, report);
        report.findings()
                .forEach(finding -> found(new Finding(
                        FindingCode.of(finding.fault()), finding.block(), finding.transaction(), finding.detail())));
        findings.addAll(reexecution.replay(report.block(), report.codes()));
        return true;
    }

    AuditReport report(List<AuditReport.Copy> copies) {
        if (blocks == 0) {
            return new AuditReport(
                    request.asOf(), AuditReport.Identity.UNKNOWN, verified(), copies, List.of(), findings);
        }
        checkRoots();
        checkHead();
        var participants = participants();
        checkFounders(participants);
        var cases = new CaseResults(state, request.asOf());
        findings.addAll(cases.findings());
        var identity = new AuditReport.Identity(
                verifier.config().channel(),
                blocks,
                hex(genesisHash),
                hex(headHash),
                verifier.config().endorsers(),
                participants);
        return new AuditReport(request.asOf(), identity, verified(), copies, cases.results(), findings);
    }

    private void count(Block block, BlockReport report) {
        headHash = report.block().headerHash();
        genesisHash = blocks == 0 ? headHash : genesisHash;
        headSeen |= trust.head()
                .filter(head -> head.block() == block.getHeader().getNumber())
                .filter(head -> head.headerHash().equals(headHash))
                .isPresent();
        blocks++;
        transactions += report.codes().size();
        valid += report.codes().stream()
                .filter(code -> code == TxValidationCode.VALID)
                .count();
        signatures += SignatureCount.of(block, report);
    }

    private AuditReport.Verified verified() {
        var perSecond = nanos == 0 ? 0 : Math.round(signatures * 1e9 / nanos);
        return new AuditReport.Verified(
                blocks, transactions, valid, reexecution.executed(), signatures, perSecond, provider.name());
    }

    private void checkRoots() {
        var organisations = verifier.config().msps().msps();
        trust.trust().roots().forEach((authority, roots) -> {
            var organisation = organisations.get(authority);
            Set<Object> present = organisation == null ? Set.of() : new HashSet<>(organisation.roots());
            if (!present.containsAll(roots)) {
                found(Finding.ofLedger(FindingCode.TRUSTED_ROOT_ABSENT, authority));
            }
        });
    }

    private void checkHead() {
        trust.head()
                .filter(head -> !headSeen)
                .ifPresent(head -> found(new Finding(
                        FindingCode.HEAD_MISSING, head.block(), -1, "the copy holds " + blocks + " blocks")));
    }

    private void checkFounders(List<String> participants) {
        if (!participants.isEmpty() && !participants.equals(verifier.config().endorsers())) {
            found(Finding.ofLedger(FindingCode.FOUNDERS_DIFFER, String.join(", ", participants)));
        }
    }

    private List<String> participants() {
        var value = state.get("participants");
        if (value == null) {
            return List.of();
        }
        var list = CanonicalJson.read(value);
        var members = new TreeSet<String>();
        if (list.path("active").asBoolean()) {
            list.path("members")
                    .forEach(member -> members.add(member.path("authority").asText()));
        }
        return List.copyOf(members);
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
