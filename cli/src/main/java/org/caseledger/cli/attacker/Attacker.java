// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;

/** Entry point of the attacker; {@code --help} says how to call it. */
public final class Attacker {

    private static final int UNREADABLE = 1;
    private static final int BAD_ARGUMENTS = 2;

    private Attacker() {}

    /** Prints one JSON document on standard output and its progress on standard error. */
    public static void main(String[] arguments) {
        int exit = run(List.of(arguments));
        System.out.flush();
        System.exit(exit);
    }

    private static int run(List<String> arguments) {
        if (arguments.contains("--help")) {
            System.out.print(AttackOptions.HELP);
            return 0;
        }
        try {
            System.out.println(new Attack(AttackOptions.parse(arguments)).run().json());
            return 0;
        } catch (BadArgumentsException e) {
            System.err.println(e.getMessage());
            return BAD_ARGUMENTS;
        } catch (IOException | SQLException e) {
            System.err.println("cannot read what was given: " + e.getMessage());
            return UNREADABLE;
        }
    }
}
