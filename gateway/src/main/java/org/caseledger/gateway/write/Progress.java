// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import io.vertx.core.Future;
import io.vertx.core.Promise;

/** A write on its way: what can be waited for. */
public final class Progress {

    private final Promise<Operation> endorsed = Promise.promise();
    private final Promise<Operation> settled = Promise.promise();

    /** Once a majority executed it, or it was refused. */
    public Future<Operation> endorsed() {
        return endorsed.future();
    }

    /** Once it is committed or refused. Fails with a retryable problem when it must be tried later. */
    public Future<Operation> settled() {
        return settled.future();
    }

    void reachedEndorsed(Operation operation) {
        endorsed.tryComplete(operation);
    }

    void reachedEnd(Operation operation) {
        endorsed.tryComplete(operation);
        settled.tryComplete(operation);
    }

    void failed(Throwable cause) {
        endorsed.tryFail(cause);
        settled.tryFail(cause);
    }
}
