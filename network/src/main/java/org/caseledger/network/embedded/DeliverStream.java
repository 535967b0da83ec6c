// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** One stream of blocks: a thread of its own that sends no faster than the caller reads. */
final class DeliverStream implements StreamObserver<Envelope> {
    private static final int MOST_SEEKS = 16;
    private static final long LOOK_MILLIS = 500;

    private final ServerCallStreamObserver<DeliverResponse> out;
    private final SeekCheck seeks;
    private final Commits commits;
    private final Source source;
    private final BlockingQueue<Envelope> asked = new LinkedBlockingQueue<>(MOST_SEEKS);
    private volatile boolean ended;

    /** Where blocks come from and what they are sent as. */
    record Source(LongFunction<Block> blocks, LongSupplier height, Function<Block, DeliverResponse> form) {}

    /** Takes what a caller sends on a stream that was refused. */
    static final class Ignoring implements StreamObserver<Envelope> {
        @Override
        public void onNext(Envelope value) {}

        @Override
        public void onError(Throwable t) {}

        @Override
        public void onCompleted() {}
    }

    DeliverStream(
            ServerCallStreamObserver<DeliverResponse> out,
            SeekCheck seeks,
            Commits commits,
            Source source,
            Runnable done) {
        this.out = out;
        this.seeks = seeks;
        this.commits = commits;
        this.source = source;
        out.setOnCancelHandler(this::end);
        out.setOnReadyHandler(commits::wake);
        Thread thread = new Thread(() -> run(done), "peer-deliver");
        thread.setDaemon(true);
        thread.start();
    }

    private void end() {
        ended = true;
        commits.wake();
    }

    @Override
    public void onNext(Envelope seek) {
        if (!asked.offer(seek)) {
            end();
        }
    }

    @Override
    public void onError(Throwable t) {
        end();
    }

    @Override
    public void onCompleted() {
        end();
    }

    private boolean gone() {
        return ended || out.isCancelled();
    }

    private void run(Runnable done) {
        try {
            while (!gone()) {
                Envelope seek = asked.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (seek != null) {
                    answer(seek);
                }
            }
            if (!out.isCancelled()) {
                out.onCompleted();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The caller left between the look and the sending.
            ended = true;
        } finally {
            done.run();
        }
    }

    private void answer(Envelope seek) throws InterruptedException {
        Status status;
        try {
            status = send(seeks.check(seek, source.height().getAsLong()));
        } catch (SeekCheck.Refused e) {
            status = e.status();
        }
        if (!gone()) {
            out.onNext(DeliverResponse.newBuilder().setStatus(status).build());
            ended = status != Status.SUCCESS;
        }
    }

    private Status send(SeekCheck.Range range) throws InterruptedException {
        long number = range.start();
        while (Long.compareUnsigned(number, range.stop()) <= 0) {
            if (range.failIfMissing() && number >= source.height().getAsLong()) {
                return Status.NOT_FOUND;
            }
            if (!commits.awaitBlock(number, this::gone)) {
                return Status.SERVICE_UNAVAILABLE;
            }
            Block block = source.blocks().apply(number);
            if (!commits.awaitReady(out::isReady, this::gone)) {
                return Status.SERVICE_UNAVAILABLE;
            }
            out.onNext(source.form().apply(block));
            number++;
        }
        return Status.SUCCESS;
    }
}
