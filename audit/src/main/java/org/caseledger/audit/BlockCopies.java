// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caseledger.ledger.block.BlockFile;
import org.caseledger.ledger.block.Blocks;
import org.hyperledger.fabric.protos.common.Block;

/** Finds copies of the block file and compares them, block by block; none is ever held whole. */
public final class BlockCopies {

    /** The ending of a block file's name. */
    public static final String ENDING = ".caseledger";

    private BlockCopies() {}

    /**
     * How two copies compare.
     *
     * @param shared number of blocks that both hold
     * @param firstHeight blocks in the first
     * @param secondHeight blocks in the second
     * @param fork number of the first block whose header or data differs, or -1
     */
    public record Comparison(long shared, long firstHeight, long secondHeight, long fork) {

        /** Whether every block of the shorter is byte for byte in the longer. */
        public boolean same() {
            return fork < 0;
        }
    }

    /** The block files of a directory, by name. */
    static List<Path> in(Path directory) {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new AuditException(
                    "Name a directory with block files; " + directory + " cannot be read.", unreadable);
        }
    }

    /**
     * Compares header and data of the blocks that both copies hold. Metadata is left out: every orderer keeps its own
     * quorum of signatures.
     */
    public static Comparison compare(Path first, Path second) {
        try (var one = BlockFile.openReadOnly(first);
                var other = BlockFile.openReadOnly(second)) {
            var shared = Math.min(one.height(), other.height());
            for (var number = 0L; number < shared; number++) {
                var block = one.read(number);
                var twin = other.read(number);
                if (!headerHash(block).equals(headerHash(twin))
                        || !block.getData().equals(twin.getData())) {
                    return new Comparison(shared, one.height(), other.height(), number);
                }
            }
            return new Comparison(shared, one.height(), other.height(), -1);
        }
    }

    private static ByteString headerHash(Block block) {
        return Blocks.headerHash(block.getHeader());
    }
}
