// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedSet;
import java.util.function.Supplier;

/**
 * A definition with one rule changed.
 *
 * @param change what was changed, in words
 * @param path where, with the names of entries, e.g. {@code limits.transfer.end[0].within}
 * @param source the article of the rule: its row in the law tables
 * @param words the names that the rule speaks of, by which a scenario is likely to notice the change
 * @param changed makes the changed content; thousands of them at once would fill the memory
 */
public record Mutant(String change, String path, String source, SortedSet<String> words, Supplier<ObjectNode> changed) {

    public ObjectNode content() {
        return changed.get();
    }

    /** How a list of survivors shows it. */
    public String text() {
        return source + " | " + path + " | " + change;
    }
}
