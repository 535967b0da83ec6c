// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence about a rule.
 *
 * @param parts what the sentence lists; it then ends with a colon
 * @param source the rule's source, or null where the sentence has none of its own
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Line(String text, List<Line> parts, @Nullable Cite source) {
    public Line {
        parts = List.copyOf(parts);
    }

    public static Line of(String text) {
        return new Line(text, List.of(), null);
    }

    public static Line of(String text, @Nullable Cite source) {
        return new Line(text, List.of(), source);
    }

    public static Line of(String text, List<Line> parts) {
        return new Line(text, parts, null);
    }

    Line citing(Cite cite) {
        return new Line(text, parts, cite);
    }
}
