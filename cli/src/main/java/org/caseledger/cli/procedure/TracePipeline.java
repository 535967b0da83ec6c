// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.caseledger.procedure.dcr.DcrProgram;
import org.caseledger.procedure.dcr.MalformedTraceException;
import org.caseledger.procedure.dcr.TraceOutput;
import org.jspecify.annotations.Nullable;

/** Plays a file of traces chunk by chunk on several threads; results come in the order of the file. */
final class TracePipeline implements AutoCloseable {

    /** Takes what a chunk gave. */
    interface Sink {
        void write(TraceOutput output) throws IOException;
    }

    private final ExecutorService workers;
    private final Deque<TraceChunk> free = new ArrayDeque<>();
    private final Deque<Future<TraceChunk>> underWay = new ArrayDeque<>();
    private final Sink sink;
    private int lines;

    TracePipeline(DcrProgram program, int threads, Sink sink) {
        this.sink = sink;
        workers = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < 2 * threads; i++) {
            free.add(new TraceChunk(program));
        }
    }

    /** @throws MalformedLineException once all lines before the malformed one were written */
    void play(InputStream file) throws IOException, InterruptedException {
        byte @Nullable [] rest = {};
        while (rest != null) {
            TraceChunk chunk = free.isEmpty() ? finishOldest() : free.remove();
            rest = chunk.fill(rest, file);
            underWay.add(workers.submit(chunk::play));
        }
        while (!underWay.isEmpty()) {
            finishOldest();
        }
    }

    private TraceChunk finishOldest() throws IOException, InterruptedException {
        TraceChunk chunk;
        try {
            chunk = underWay.remove().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a chunk of traces could not be played", e.getCause());
        }
        sink.write(chunk.output());
        MalformedTraceException malformed = chunk.malformed();
        if (malformed != null) {
            throw new MalformedLineException(lines + malformed.line(), String.valueOf(malformed.getMessage()));
        }
        lines += chunk.lines();
        return chunk;
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }

    /** A line of the file is no trace. */
    static final class MalformedLineException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int line;

        MalformedLineException(int line, String sentence) {
            super(sentence);
            this.line = line;
        }

        /** Counted from 1. */
        int line() {
            return line;
        }
    }
}
