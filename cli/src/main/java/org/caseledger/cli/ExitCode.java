// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli;

/** What the process says to who started it. */
public final class ExitCode {
    /** Done, and everything that was checked holds. */
    public static final int OK = 0;
    /** Done, but a check failed: a finding of the audit, a statement of the demo, something that doctor misses. */
    public static final int CHECK_FAILED = 1;
    /** The command line or a file that it names is not understood. */
    public static final int USAGE = 2;
    /** The machine lacks something: a free port, room, a program, a running server. */
    public static final int ENVIRONMENT = 3;
    /** A defect of caseledger itself; the log has the details. */
    public static final int DEFECT = 4;

    private ExitCode() {}
}
