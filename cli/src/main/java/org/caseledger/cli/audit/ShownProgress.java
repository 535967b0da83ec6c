// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.audit;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.caseledger.audit.AuditProgress;

/** Says on the error output every few seconds how far an audit is; a short one passes in silence. */
final class ShownProgress implements AuditProgress {
    private static final long EVERY_NANOS = 5_000_000_000L;

    private final PrintWriter out;
    private final LongSupplier nanoTime;
    private long told;

    ShownProgress(PrintWriter out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.told = nanoTime.getAsLong();
    }

    @Override
    public void verified(long verified, long height) {
        tell("block", verified, height);
    }

    @Override
    public void evaluated(long evaluated, long cases) {
        tell("case", evaluated, cases);
    }

    private void tell(String what, long done, long all) {
        long now = nanoTime.getAsLong();
        if (now - told >= EVERY_NANOS) {
            told = now;
            out.printf(Locale.ROOT, "%s %,d of %,d%n", what, done, all);
            out.flush();
        }
    }
}
