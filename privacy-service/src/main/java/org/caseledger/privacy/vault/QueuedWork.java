// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.sql.SQLException;
import org.caseledger.privacy.problem.ProblemException;
import org.caseledger.privacy.tree.TreeException;
import org.jspecify.annotations.Nullable;

/** A unit of work that waits for its group, and its outcome until the group is durable. */
final class QueuedWork<T> {

    private final Work<T> work;
    private final Context caller;
    private final Promise<T> promise = Promise.promise();
    private @Nullable T answer;
    private @Nullable ProblemException refusal;

    QueuedWork(Work<T> work, Context caller) {
        this.work = work;
        this.caller = caller;
    }

    Future<T> future() {
        return promise.future();
    }

    void run(VaultSession session) throws TreeException, SQLException {
        try {
            answer = work.on(session);
        } catch (ProblemException e) {
            refusal = e;
        }
    }

    void complete() {
        caller.runOnContext(ignored -> {
            if (refusal != null) {
                promise.fail(refusal);
            } else {
                promise.complete(answer);
            }
        });
    }

    void fail(Throwable cause) {
        caller.runOnContext(ignored -> promise.fail(cause));
    }
}
