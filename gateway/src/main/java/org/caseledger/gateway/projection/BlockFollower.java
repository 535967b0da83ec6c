// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

import io.grpc.StatusRuntimeException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.caseledger.gateway.database.DatabaseUnavailableException;
import org.caseledger.gateway.ledger.BlockSource;
import org.caseledger.gateway.projection.ProjectionState.Phase;
import org.caseledger.ledger.block.BlockView;
import org.caseledger.ledger.block.BlockViews;
import org.hyperledger.fabric.client.CloseableIterator;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.protos.common.Block;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Follows the ledger on a thread of its own, from the checkpoint on, and starts again there after every failure. */
public final class BlockFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BlockFollower.class);
    private static final long PAUSE_MILLIS = 500;

    private final BlockSource source;
    private final ProjectionStore store;
    private final BlockProjector projector;
    private final List<Consumer<List<TransactionOutcome>>> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile ProjectionState state = ProjectionState.INITIAL;
    private volatile boolean running = true;
    private volatile @Nullable CloseableIterator<Block> blocks;

    BlockFollower(BlockSource source, ProjectionStore store, BlockProjector projector) {
        this.source = source;
        this.store = store;
        this.projector = projector;
        this.thread = new Thread(this::run, "block-follower");
        this.thread.setDaemon(true);
    }

    /** Is told, after each block is in the read model, what became of this authority's transactions. */
    public void listen(Consumer<List<TransactionOutcome>> listener) {
        listeners.add(listener);
    }

    public void start() {
        thread.start();
    }

    public ProjectionState state() {
        return state;
    }

    private void run() {
        while (running) {
            try {
                follow();
            } catch (RuntimeException failed) {
                report(failed);
                pause();
            }
        }
    }

    private void follow() {
        var checkpoint = store.checkpoint().orElse(null);
        if (checkpoint != null) {
            requireSameLedger(checkpoint);
            reached(checkpoint);
        } else {
            state = ProjectionState.INITIAL;
        }
        try (var stream = source.from(checkpoint == null ? 0 : checkpoint.nextBlock())) {
            blocks = stream;
            while (running && stream.hasNext()) {
                take(BlockViews.of(stream.next()));
            }
        } finally {
            blocks = null;
        }
    }

    private void requireSameLedger(Checkpoint checkpoint) {
        try (var first = source.from(0)) {
            blocks = first;
            if (first.hasNext() && !BlockViews.of(first.next()).headerHash().equals(checkpoint.genesis())) {
                throw new ForeignLedgerException();
            }
        }
    }

    private void take(BlockView block) {
        var projected = projector.project(block, state.recordedUpTo());
        store.apply(projected);
        var genesis =
                block.number() == 0 ? HexFormat.of().formatHex(projected.hash().toByteArray()) : state.genesis();
        state = new ProjectionState(Phase.FOLLOWING, genesis, block.number() + 1, projected.recordedUpTo(), null);
        listeners.forEach(listener -> listener.accept(projected.outcomes()));
    }

    private void reached(Checkpoint checkpoint) {
        state = new ProjectionState(
                Phase.FOLLOWING,
                HexFormat.of().formatHex(checkpoint.genesis().toByteArray()),
                checkpoint.nextBlock(),
                checkpoint.recordedUpTo(),
                null);
    }

    private void report(RuntimeException failed) {
        if (!running) {
            return;
        }
        var next = phase(failed);
        if (state.phase() != next) {
            LOG.warn(
                    "The read model stopped following: {} ({})",
                    next.word(),
                    failed.getClass().getSimpleName());
        }
        state = state.in(next, advice(next, failed));
    }

    private static Phase phase(RuntimeException failed) {
        if (failed instanceof ForeignLedgerException) {
            return Phase.FOREIGN_LEDGER;
        }
        if (failed instanceof DatabaseUnavailableException) {
            return Phase.DATABASE_UNAVAILABLE;
        }
        boolean cutOff = failed instanceof StatusRuntimeException || failed instanceof GatewayRuntimeException;
        return cutOff ? Phase.DISCONNECTED : Phase.DAMAGED;
    }

    private static String advice(Phase phase, RuntimeException failed) {
        return switch (phase) {
            case DISCONNECTED ->
                "The peer does not serve blocks. Check that it is up and that ledger.endpoint names it.";
            case DATABASE_UNAVAILABLE ->
                "The database does not answer. Start PostgreSQL; the gateway goes on by itself.";
            case DAMAGED -> failed.getMessage() + " Compare the peer's blocks with another authority's.";
            default -> String.valueOf(failed.getMessage());
        };
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void close() {
        running = false;
        var open = blocks;
        if (open != null) {
            open.close();
        }
        thread.interrupt();
        try {
            thread.join(5_000);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
