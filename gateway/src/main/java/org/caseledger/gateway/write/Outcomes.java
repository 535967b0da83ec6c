// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caseledger.gateway.projection.TransactionOutcome;

/** Tells who waits for a transaction what its block says; fed by the one block stream. */
public final class Outcomes {

    private final Map<String, Promise<String>> waiting = new ConcurrentHashMap<>();

    /** The validation code of a transaction, once its block is in the read model. Ask before submitting. */
    Future<String> of(String transaction) {
        return waiting.computeIfAbsent(transaction, absent -> Promise.promise()).future();
    }

    void forget(String transaction) {
        waiting.remove(transaction);
    }

    /** Takes what a block says. */
    public void take(List<TransactionOutcome> outcomes) {
        for (var outcome : outcomes) {
            var promise = waiting.get(outcome.transaction());
            if (promise != null) {
                promise.tryComplete(outcome.code());
            }
        }
    }
}
