// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What the attacker is given.
 *
 * @param databases live databases to read with SQL
 * @param directories directories and files to read byte by byte
 * @param keys directories and files that hold keys
 * @param needles file numbers to look for in clear text
 * @param timeLimit after which no further pass begins a file or a table
 */
record AttackOptions(
        List<DatabaseAccess> databases,
        List<Path> directories,
        List<Path> keys,
        List<String> needles,
        Duration timeLimit) {

    static final Duration DEFAULT_TIME_LIMIT = Duration.ofMinutes(5);

    static final String HELP = """
            Usage: attacker [--database-url URL [--user NAME] [--password-file FILE]]...
                            [--data-directory DIR]... [--files DIR]... [--keys DIR]...
                            [--needle FILE-NUMBER]... [--time-limit SECONDS]

            Tries to recover which file number belongs to which case, from what an authority stores.
              --database-url URL    JDBC URL of a live database; --user and --password-file that follow belong to it
              --data-directory DIR  a PostgreSQL data directory or a copy: heap, TOAST and WAL byte by byte
              --files DIR           further files or directories, read in the same way
              --keys DIR            files or directories with keys that still exist
              --needle TEXT         a file number to look for in clear text
              --time-limit SECONDS  stop after this time, 300 unless given; "complete" is then false
            Prints one JSON document. Exit 0: ran to its end, whatever it found; 1: could not read; 2: bad arguments.
            """;

    static AttackOptions parse(List<String> arguments) throws BadArgumentsException {
        List<DatabaseAccess> databases = new ArrayList<>();
        List<Path> directories = new ArrayList<>();
        List<Path> keys = new ArrayList<>();
        List<String> needles = new ArrayList<>();
        Duration timeLimit = DEFAULT_TIME_LIMIT;
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            String value = valueOf(arguments, i);
            switch (name) {
                case "--database-url" -> databases.add(DatabaseAccess.at(value));
                case "--user" -> replaceLast(databases, last(databases, name).withUser(value));
                case "--password-file" ->
                    replaceLast(databases, last(databases, name).withPasswordFile(existing(name, value)));
                case "--data-directory", "--files" -> directories.add(existing(name, value));
                case "--keys" -> keys.add(existing(name, value));
                case "--needle" -> needles.add(needle(value));
                case "--time-limit" -> timeLimit = seconds(value);
                default -> throw new BadArgumentsException("unknown argument " + name + "; see --help");
            }
        }
        if (databases.isEmpty() && directories.isEmpty()) {
            throw new BadArgumentsException("nothing to read: give --database-url, --data-directory or --files");
        }
        return new AttackOptions(
                List.copyOf(databases), List.copyOf(directories), List.copyOf(keys), List.copyOf(needles), timeLimit);
    }

    private static String valueOf(List<String> arguments, int i) throws BadArgumentsException {
        if (i + 1 >= arguments.size()) {
            throw new BadArgumentsException(arguments.get(i) + " needs a value; see --help");
        }
        return arguments.get(i + 1);
    }

    private static DatabaseAccess last(List<DatabaseAccess> databases, String name) throws BadArgumentsException {
        if (databases.isEmpty()) {
            throw new BadArgumentsException(name + " must follow the --database-url that it belongs to");
        }
        return databases.get(databases.size() - 1);
    }

    private static void replaceLast(List<DatabaseAccess> databases, DatabaseAccess with) {
        databases.set(databases.size() - 1, with);
    }

    private static Path existing(String name, String value) throws BadArgumentsException {
        Path path = Path.of(value);
        if (!Files.exists(path)) {
            throw new BadArgumentsException(name + ": there is no " + value);
        }
        return path;
    }

    private static String needle(String value) throws BadArgumentsException {
        if (value.length() < 4) {
            throw new BadArgumentsException("--needle: at least four characters, or everything would match");
        }
        return value;
    }

    private static Duration seconds(String value) throws BadArgumentsException {
        if (!value.matches("[1-9][0-9]{0,4}")) {
            throw new BadArgumentsException("--time-limit: a number of seconds from 1 to 99999, not " + value);
        }
        return Duration.ofSeconds(Integer.parseInt(value));
    }
}
