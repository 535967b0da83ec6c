// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.caseledger.ledger.block.BlockFile;
import org.caseledger.ledger.block.BlockFileException;
import org.caseledger.ledger.crypto.SignatureProvider;
import org.caseledger.ledger.index.FiledState;
import org.jspecify.annotations.Nullable;

/**
 * Verifies a ledger from files alone: nothing else needs to run. Blocks are read one by one; what is kept is where in
 * the file each key's newest value lies.
 *
 * <pre>{@code
 * AuditReport report = Audit.create().verify(AuditRequest.of(blocks, trust, asOf), reader, AuditProgress.NONE);
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

    /** As {@link #verify(AuditRequest, AuditReader, AuditProgress)}, for whoever wants no case. */
    public AuditReport verify(AuditRequest request, AuditProgress progress) {
        return verify(request, AuditReader.NONE, progress);
    }

    /**
     * Verifies the first copy in the directory and compares the others with it; the reader is given the cases.
     *
     * @throws AuditException when the audit cannot begin, with what to mend
     */
    public AuditReport verify(AuditRequest request, AuditReader reader, AuditProgress progress) {
        var trust = TrustDirectory.read(request.trust());
        var copies = BlockCopies.in(request.blocks());
        if (copies.isEmpty()) {
            var none = verification(request, trust, (position, most) -> ByteBuffer.allocate(0));
            none.found(Finding.ofLedger(FindingCode.NO_BLOCKS, request.blocks() + " has no file *.caseledger"));
            return none.report(List.of(), reader, progress);
        }
        try (var first = new FirstCopy(copies.get(0))) {
            var verification = verification(request, trust, first);
            walk(first, verification, progress);
            return verification.report(compare(copies, verification), reader, progress);
        }
    }

    private Verification verification(AuditRequest request, TrustDirectory trust, FiledState.Bytes file) {
        return new Verification(request, trust, SignatureProvider.best(), nanoTime, file);
    }

    /** The copy that is verified; it stays open until the last case was read back from it. */
    private static final class FirstCopy implements FiledState.Bytes, AutoCloseable {
        private final Path path;
        private @Nullable BlockFile file;

        FirstCopy(Path path) {
            this.path = path;
        }

        BlockFile open() {
            var opened = BlockFile.openReadOnly(path);
            file = opened;
            return opened;
        }

        @Override
        public ByteBuffer at(long position, int most) {
            return file == null ? ByteBuffer.allocate(0) : file.bytes(position, most);
        }

        @Override
        public void close() {
            if (file != null) {
                file.close();
            }
        }
    }

    private static void walk(FirstCopy copy, Verification verification, AuditProgress progress) {
        try {
            var file = copy.open();
            var height = file.height();
            if (file.tornBytes() > 0) {
                verification.found(new Finding(
                        FindingCode.BLOCK_FILE_TORN,
                        height,
                        -1,
                        file.tornBytes() + " bytes of a block that is not whole"));
            }
            for (var number = 0L; number < height && verification.verify(file.stored(number)); number++) {
                progress.verified(number + 1, height);
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
