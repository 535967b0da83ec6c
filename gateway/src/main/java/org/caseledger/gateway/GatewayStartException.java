// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import java.net.BindException;
import org.caseledger.gateway.database.DatabaseUnavailableException;
import org.caseledger.gateway.options.OptionsException;

/** The gateway cannot start. The message is one sentence and says what to do. */
public final class GatewayStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private GatewayStartException(String message, Throwable cause) {
        super(message, cause);
    }

    static GatewayStartException of(Throwable failed) {
        if (failed instanceof OptionsException) {
            return new GatewayStartException(String.valueOf(failed.getMessage()), failed);
        }
        if (failed instanceof DatabaseUnavailableException) {
            return new GatewayStartException(
                    "The database cannot be used: start PostgreSQL and check database.url, database.user and"
                            + " database.password.",
                    failed);
        }
        if (failed instanceof BindException) {
            return new GatewayStartException(
                    "A port is in use (" + failed.getMessage() + "): stop what listens there or set another port.",
                    failed);
        }
        return new GatewayStartException(
                "The gateway cannot start (" + failed.getMessage() + "): check its settings with --explain.", failed);
    }
}
