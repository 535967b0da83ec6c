// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import java.nio.file.Path;

/**
 * A whole ledger inside this JVM: one peer an authority on loopback TLS, one ordering thread, one block file.
 * For one machine: trying out, development, a single authority. It is not a consensus system: whoever runs the JVM
 * holds every key.
 */
public final class EmbeddedLedger implements AutoCloseable {
    private final EmbeddedLedgerOptions options;

    private EmbeddedLedger(EmbeddedLedgerOptions options) {
        this.options = options;
    }

    /** A ledger that is not started yet. */
    public static EmbeddedLedger create(EmbeddedLedgerOptions options) {
        return new EmbeddedLedger(options);
    }

    /**
     * Opens or creates the block file, rebuilds state and listens.
     *
     * @throws EmbeddedLedgerException with one sentence that says what to do
     */
    public void start() {
        throw new UnsupportedOperationException();
    }

    /** The loopback port of an authority's peer; after {@link #start()}. */
    public int port(String mspId) {
        throw new UnsupportedOperationException(mspId);
    }

    /** Number of blocks that are on disk. */
    public long height() {
        throw new UnsupportedOperationException();
    }

    /** Hash of block 0's header, 64 lowercase hex digits: what an auditor must know beside the roots. */
    public String genesisHash() {
        throw new UnsupportedOperationException();
    }

    /** The block file, in the format of {@code docs/ledger-formats.md}. */
    public Path blockFile() {
        return options.directory().resolve("blocks.caseledger");
    }

    /** Lets an endorser fall behind: it goes on answering from the state it has. */
    public void suspendCommits(String mspId) {
        throw new UnsupportedOperationException(mspId);
    }

    /** Lets a suspended endorser catch up. */
    public void resumeCommits(String mspId) {
        throw new UnsupportedOperationException(mspId);
    }

    /** Takes no more calls, finishes the block at hand, closes the file. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
