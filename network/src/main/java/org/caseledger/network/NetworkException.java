// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network;

import org.jspecify.annotations.Nullable;

/**
 * The place where the consortium should run cannot carry it: a file, a port or a program is not as it must be. The
 * message is one sentence on what is wrong and one on what to do; it is meant to be shown as it is.
 */
public final class NetworkException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NetworkException(String message) {
        this(message, null);
    }

    public NetworkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
