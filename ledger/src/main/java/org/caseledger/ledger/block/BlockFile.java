// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;

/** The append-only file of blocks. One writer; readers see what is on disk. Format: docs/ledger-formats.md. */
public final class BlockFile implements Iterable<Block>, AutoCloseable {
    private final Path path;

    private BlockFile(Path path) {
        this.path = path;
    }

    /**
     * Opens for appending, creates when missing, and cuts a torn tail.
     *
     * @throws BlockFileException when it is damaged before its end or in use
     */
    public static BlockFile open(Path path) {
        return new BlockFile(path);
    }

    /** Opens an existing file for reading; a torn tail is left alone and not shown. */
    public static BlockFile openReadOnly(Path path) {
        return new BlockFile(path);
    }

    /** Number of whole blocks. */
    public long height() {
        throw new UnsupportedOperationException(path.toString());
    }

    /** Reads one block. */
    public Block read(long number) {
        throw new UnsupportedOperationException(Long.toString(number));
    }

    /** Appends in order and returns once all of them are on disk. */
    public void append(List<Block> blocks) {
        throw new UnsupportedOperationException(blocks.toString());
    }

    /** From block 0 to the height at the call. */
    @Override
    public Iterator<Block> iterator() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
