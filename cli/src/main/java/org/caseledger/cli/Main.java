// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Runs one command and ends the process with its exit code. Output is UTF-8 whatever the locale says. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int exitCode = run(out, err, arguments);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /** The same without ending the process. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Logging.quiet();
        CommandLine line = new CommandLine(new Caseledger());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(new Problems());
        return line.execute(arguments);
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new Utf8Writer(new FileOutputStream(descriptor));
    }
}
