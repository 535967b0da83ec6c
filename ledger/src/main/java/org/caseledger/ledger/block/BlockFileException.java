// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import java.nio.file.Path;

/** A block file is damaged before its end, is not one, or cannot be used. The message says where and what to do. */
public final class BlockFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final long position;

    BlockFileException(Path file, long position, String message) {
        super(message);
        this.file = file;
        this.position = position;
    }

    /** Returns the file. */
    public Path file() {
        return file;
    }

    /** Returns the byte at which reading failed. */
    public long position() {
        return position;
    }
}
