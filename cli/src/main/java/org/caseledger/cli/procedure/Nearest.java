// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The known word that somebody may have meant: by the distance of Levenshtein (1965). */
public final class Nearest {
    private Nearest() {}

    /** Such as {@code ; did you mean accept?}, or nothing where no known word is near. */
    public static String hint(String typed, Collection<String> known) {
        return of(typed, known).map(word -> "; did you mean " + word + "?").orElse("");
    }

    static Optional<String> of(String typed, Collection<String> known) {
        return known.stream()
                .filter(word -> distance(typed, word) <= Math.max(2, word.length() / 3) || word.startsWith(typed + "-"))
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, 1 + Math.min(before[j], row[j - 1]));
            }
            before = row;
        }
        return before[b.length()];
    }
}
