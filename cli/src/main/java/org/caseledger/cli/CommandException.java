// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot go on. The message is one sentence on what is wrong and one on what to do. */
public final class CommandException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    public CommandException(int exitCode, String message) {
        this(exitCode, message, null);
    }

    public CommandException(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}
