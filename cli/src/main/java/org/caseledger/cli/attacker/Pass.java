// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.time.Duration;

/** One reading of all evidence: counts what was read and watches the time. */
final class Pass {

    private static final long REPORT_EVERY = Duration.ofSeconds(5).toNanos();

    private final int number;
    private final long deadline;
    private long reported = System.nanoTime();
    private long files;
    private long unreadable;
    private long rows;
    private long bytes;
    private boolean cutShort;

    /** @param deadline in terms of {@link System#nanoTime()} */
    Pass(int number, long deadline) {
        this.number = number;
        this.deadline = deadline;
    }

    boolean timeIsUp() {
        if (System.nanoTime() - deadline >= 0) {
            cutShort = true;
        }
        return cutShort;
    }

    void countFile() {
        files++;
    }

    void countUnreadable() {
        unreadable++;
    }

    void countRow() {
        rows++;
    }

    void countBytes(long count) {
        bytes += count;
        long now = System.nanoTime();
        if (now - reported >= REPORT_EVERY) {
            reported = now;
            System.err.println("pass " + number + ": " + files + " files, " + (bytes >> 20) + " MiB read");
        }
    }

    Totals totals() {
        return new Totals(files, unreadable, rows, bytes, cutShort);
    }

    /** What one pass read; {@code unreadable} files are those that vanished or may not be read. */
    record Totals(long files, long unreadable, long rows, long bytes, boolean cutShort) {}
}
