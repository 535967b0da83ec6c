// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** What is wrong with a file: all of it, so that one reading mends it. */
final class Problems {
    private final String file;
    private final List<Problem> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    private record Problem(int line, String sentence) {}

    void add(Node at, String sentence) {
        add(line(at.getStartMark()), sentence);
    }

    void add(int line, String sentence) {
        found.add(new Problem(line, sentence));
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** @throws CommandException with every problem, by line, if there is one */
    void raise() {
        if (!found.isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    found.stream()
                            .sorted(Comparator.comparingInt(Problem::line))
                            .map(problem -> file + ", line " + problem.line() + ": " + problem.sentence())
                            .distinct()
                            .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    static int line(Mark mark) {
        return mark.getLine() + 1;
    }
}
