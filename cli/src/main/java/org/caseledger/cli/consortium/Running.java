// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was started, by what needs it: authorities' services first, then the ledger, then the databases. Closing goes on
 * when a part cannot be closed.
 */
final class Running implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    /** When a part is closed; lower ones need higher ones. */
    enum Layer {
        SERVICES,
        LEDGER,
        DATABASES
    }

    private final Deque<Part> parts = new ArrayDeque<>();

    synchronized <T extends AutoCloseable> T add(Layer layer, T part) {
        parts.push(new Part(layer, part));
        return part;
    }

    /** Also for a thread that was interrupted: a part that is not waited for would be left running. */
    @Override
    public synchronized void close() {
        boolean interrupted = false;
        for (Layer layer : Layer.values()) {
            for (Part part : parts) {
                if (part.layer() == layer) {
                    interrupted |= Thread.interrupted();
                    close(part);
                }
            }
        }
        parts.clear();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void close(Part part) {
        try {
            part.closeable().close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            LOG.warn("closing was interrupted");
        } catch (Exception e) {
            LOG.warn("a part did not close", e);
        }
    }

    private record Part(Layer layer, AutoCloseable closeable) {}
}
