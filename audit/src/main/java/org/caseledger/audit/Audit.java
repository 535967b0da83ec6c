// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.caseledger.ledger.block.BlockFile;
import org.caseledger.ledger.block.BlockFileException;

/**
 * Verifies a ledger from files alone: nothing else needs to run. Blocks are read one by one; what is kept is the state
 * that they leave.
 *
 * <pre>{@code
 * AuditReport report = Audit.create().verify(AuditRequest.of(blocks, trust, asOf), AuditProgress.NONE);
 * if (!report.sound()) {
 *     report.findings().forEach(finding -> ...);
 * }
 * }</pre>
 */
public final class Audit {

    private final LongSupplier nanoTime;

    private Audit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    public static Audit create() {
        return new Audit(System::nanoTime);
    }

    /**
     * Verifies the first copy in the directory and compares the others with it.
     *
     * @throws AuditException when the audit cannot begin, with what to mend
     */
    public AuditReport verify(AuditRequest request, AuditProgress progress) {
        var trust = TrustDirectory.read(request.trust());
        var copies = BlockCopies.in(request.blocks());
        var verification = new Verification(request, trust, nanoTime);
        if (copies.isEmpty()) {
            verification.found(Finding.ofLedger(FindingCode.NO_BLOCKS, request.blocks() + " has no file *.caseledger"));
        } else {
            walk(copies.get(0), verification, progress);
        }
        return verification.report(compare(copies, verification));
    }

    private static void walk(Path copy, Verification verification, AuditProgress progress) {
        try (var file = BlockFile.openReadOnly(copy)) {
            var height = file.height();
            if (file.tornBytes() > 0) {
                verification.found(new Finding(
                        FindingCode.BLOCK_FILE_TORN,
                        height,
                        -1,
                        file.tornBytes() + " bytes of a block that is not whole"));
            }
            for (var block : file) {
                if (!verification.verify(block)) {
                    return;
                }
                progress.verified(block.getHeader().getNumber() + 1, height);
            }
        } catch (BlockFileException damaged) {
            verification.found(Finding.ofLedger(FindingCode.BLOCK_FILE_DAMAGED, String.valueOf(damaged.getMessage())));
        }
    }

    private static List<AuditReport.Copy> compare(List<Path> copies, Verification verification) {
        var compared = new ArrayList<AuditReport.Copy>();
        for (var other : copies.stream().skip(1).toList()) {
            var name = String.valueOf(other.getFileName());
            try {
                var comparison = BlockCopies.compare(copies.get(0), other);
                compared.add(new AuditReport.Copy(name, comparison.secondHeight(), comparison.same()));
                if (!comparison.same()) {
                    verification.found(new Finding(FindingCode.COPIES_DIFFER, comparison.fork(), -1, name));
                }
            } catch (BlockFileException damaged) {
                verification.found(
                        Finding.ofLedger(FindingCode.BLOCK_FILE_DAMAGED, String.valueOf(damaged.getMessage())));
            }
        }
        return compared;
    }
}
