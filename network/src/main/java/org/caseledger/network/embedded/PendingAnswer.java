// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call that is answered once: by its result, its failure, its time limit, or by nobody because the caller left. */
final class PendingAnswer<T> {
    private final StreamObserver<T> observer;
    private final Runnable done;
    private final AtomicBoolean over = new AtomicBoolean();

    /** Runs {@code done} once, however the call ends. Must be made before the service method returns. */
    PendingAnswer(StreamObserver<T> observer, Runnable done) {
        this.observer = observer;
        this.done = done;
        if (observer instanceof ServerCallStreamObserver<T> call) {
            call.setOnCancelHandler(this::leave);
        }
    }

    private void leave() {
        if (over.compareAndSet(false, true)) {
            done.run();
        }
    }

    /** Whether nobody waits any more. */
    boolean over() {
        return over.get();
    }

    void answer(T value) {
        if (over.compareAndSet(false, true)) {
            observer.onNext(value);
            observer.onCompleted();
            done.run();
        }
    }

    /** Returns whether this was the answer. */
    boolean fail(Throwable failure) {
        boolean first = over.compareAndSet(false, true);
        if (first) {
            observer.onError(failure);
            done.run();
        }
        return first;
    }
}
