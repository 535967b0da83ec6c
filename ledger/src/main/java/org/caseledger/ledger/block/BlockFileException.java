// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import java.io.IOException;
import java.nio.file.Path;

/** A block file is damaged, is not one, or cannot be used. The message says where and what to do. */
public final class BlockFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final long position;

    /** What is wrong, for programs. */
    public enum Kind {
        /** A record that was once acknowledged is not what was written. */
        DAMAGED,
        /** Another process has it open for writing. */
        IN_USE,
        /** The disk or the file system refuses. */
        STORAGE
    }

    private BlockFileException(Kind kind, long position, String message) {
        super(message);
        this.kind = kind;
        this.position = position;
    }

    static BlockFileException damaged(Path file, long position, String problem) {
        return new BlockFileException(
                Kind.DAMAGED,
                position,
                "The block file " + file + " is damaged at byte " + position + " (" + problem
                        + "): put a whole copy in its place, from a backup or from another authority.");
    }

    /** The bytes at a place of the file are not what they were when their block was read. */
    public static BlockFileException changed(long position) {
        return new BlockFileException(
                Kind.DAMAGED,
                position,
                "The block file changed at byte " + position
                        + " while it was read: take a copy that nobody writes to, and look after the disk.");
    }

    static BlockFileException inUse(Path file) {
        return new BlockFileException(
                Kind.IN_USE, 0, "The block file " + file + " is in use: stop the other process that has it open.");
    }

    static BlockFileException storage(Path file, IOException cause) {
        BlockFileException exception = new BlockFileException(
                Kind.STORAGE,
                0,
                "The block file " + file + " cannot be used: check that the path exists, that there is space and"
                        + " that this user may write there.");
        exception.initCause(cause);
        return exception;
    }

    /** Returns what is wrong, for programs. */
    public Kind kind() {
        return kind;
    }

    /** Returns the byte at which a damaged record begins; 0 for other kinds. */
    public long position() {
        return position;
    }
}
