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
import org.caseledger.ledger.block.BlockFileException;
import org.caseledger.ledger.block.StoredBlock;
import org.caseledger.ledger.config.ConfigException;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.index.FiledState;
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
    private final SignatureProvider provider;
    private final BlockVerifier verifier;
    private final ReplayedState state;
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

    Verification(
            AuditRequest request,
            TrustDirectory trust,
            SignatureProvider provider,
            LongSupplier nanoTime,
            FiledState.Bytes file) {
        this.provider = provider;
        this.request = request;
        this.trust = trust;
        this.nanoTime = nanoTime;
        this.state = new ReplayedState(request.chaincode(), file);
        this.verifier = BlockVerifier.create(trust.trust(), provider, state);
        this.reexecution = new Reexecution(request.chaincode(), state);
    }

    /** What is kept of the blocks. */
    ReplayedState state() {
        return state;
    }

    void found(Finding finding) {
        findings.add(finding);
    }

    /** Verifies the next block; false when nothing after it can be judged. */
    boolean verify(StoredBlock stored) {
        var started = nanoTime.getAsLong();
        try {
            state.next(stored);
            verifier.verify(stored.block(), report -> judged(stored.block(), report));
            return true;
        } catch (ConfigException unusable) {
            found(new Finding(FindingCode.GENESIS_UNUSABLE, 0, -1, String.valueOf(unusable.getMessage())));
            return false;
        } finally {
            nanos += nanoTime.getAsLong() - started;
        }
    }

    private void judged(Block block, BlockReport report) {
        count(block, report);
        report.findings()
                .forEach(finding -> found(new Finding(
                        FindingCode.of(finding.fault()), finding.block(), finding.transaction(), finding.detail())));
        var started = nanoTime.getAsLong();
        findings.addAll(reexecution.replay(report.block(), report.codes()));
        nanos -= nanoTime.getAsLong() - started;
    }

    /** Sums up what the blocks showed and evaluates the cases. */
    AuditReport report(List<AuditReport.Copy> copies, AuditReader reader, AuditProgress progress) {
        if (blocks == 0) {
            var nothing = report(AuditReport.Identity.UNKNOWN, copies);
            reader.walked(nothing);
            return nothing;
        }
        checkRoots();
        checkHead();
        var participants = participants();
        checkFounders(participants);
        var identity = new AuditReport.Identity(
                verifier.config().channel(),
                blocks,
                hex(genesisHash),
                hex(headHash),
                verifier.config().endorsers(),
                participants);
        reader.walked(report(identity, copies));
        try {
            findings.addAll(new CaseResults(state, request.asOf()).evaluate(reader, progress));
        } catch (BlockFileException damaged) {
            found(Finding.ofLedger(FindingCode.BLOCK_FILE_DAMAGED, String.valueOf(damaged.getMessage())));
        }
        return report(identity, copies);
    }

    private AuditReport report(AuditReport.Identity identity, List<AuditReport.Copy> copies) {
        return new AuditReport(
                request.asOf(),
                identity,
                verified(),
                copies,
                state.cases().size(),
                state.requests().size(),
                findings);
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
