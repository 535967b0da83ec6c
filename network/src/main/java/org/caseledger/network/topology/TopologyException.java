// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.topology;

import org.jspecify.annotations.Nullable;

/** A topology that cannot be used. The message names the line where it is known, and says what to do. */
public final class TopologyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public TopologyException(String message) {
        this(message, null);
    }

    public TopologyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
