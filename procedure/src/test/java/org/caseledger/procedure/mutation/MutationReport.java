// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import org.caseledger.procedure.scenario.Scenarios;

/** Prints the mutation scores of the shipped definitions that are named, or of all, and then a table of them. */
public final class MutationReport {

    private MutationReport() {}

    public static void main(String[] names) {
        var scores = new ArrayList<MutationScore>();
        for (var definition : Scenarios.LIBRARY.definitions()) {
            if (names.length == 0
                    || List.of(names).contains(name(definition.pin().id()))) {
                var score = MutationScore.of(definition);
                System.out.println(score.report());
                scores.add(score);
            }
        }
        System.out.println(table(scores));
    }

    /** A row for each definition and one for all, in Markdown. */
    static String table(List<MutationScore> scores) {
        var lines = new ArrayList<String>();
        lines.add("| definition | mutants | killed | | refused by the checker | equivalent |");
        lines.add("|---|---|---|---|---|---|");
        scores.forEach(score -> lines.add(row(name(score.definition()), List.of(score))));
        lines.add(row("all", scores));
        return String.join("\n", lines);
    }

    /** Share of the valid mutants of all that are killed, from 0 to 1. */
    static double score(List<MutationScore> scores) {
        var valid = sum(scores, MutationScore::valid);
        return valid == 0 ? 0 : (double) sum(scores, score -> score.killed().size()) / valid;
    }

    private static String row(String name, List<MutationScore> scores) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %.1f %% | %d | %d |",
                name,
                sum(scores, MutationScore::valid),
                sum(scores, score -> score.killed().size()),
                100 * score(scores),
                sum(scores, score -> score.invalid().size()),
                sum(scores, MutationScore::leftOut));
    }

    private static int sum(List<MutationScore> scores, ToIntFunction<MutationScore> count) {
        return scores.stream().mapToInt(count).sum();
    }

    private static String name(String id) {
        return id.replaceAll("@.*", "");
    }
}
