// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.copy;

import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** Hands a stream's answers to the one thread that waits for them; a slow reader slows the stream. */
final class Inbox implements StreamObserver<DeliverResponse> {
    private static final int AHEAD = 16;
    private static final int PATIENCE_SECONDS = 60;

    private final BlockingQueue<Answer> answers = new ArrayBlockingQueue<>(AHEAD);

    private sealed interface Answer {}

    private record Response(DeliverResponse value) implements Answer {}

    private record Ended(Status status) implements Answer {}

    /** The next answer; a stream that ended early is an {@link io.grpc.StatusRuntimeException}. */
    DeliverResponse next() {
        try {
            Answer answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (answer instanceof Response response) {
                return response.value();
            }
            throw (answer instanceof Ended ended ? ended.status() : Status.DEADLINE_EXCEEDED).asRuntimeException();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.asRuntimeException();
        }
    }

    @Override
    public void onNext(DeliverResponse response) {
        put(new Response(response));
    }

    @Override
    public void onError(Throwable failure) {
        put(new Ended(Status.fromThrowable(failure)));
    }

    @Override
    public void onCompleted() {
        put(new Ended(Status.UNAVAILABLE));
    }

    private void put(Answer answer) {
        try {
            if (!answers.offer(answer, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw Status.CANCELLED.asRuntimeException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Status.CANCELLED.asRuntimeException();
        }
    }
}
