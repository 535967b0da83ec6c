// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A point on which courts and authorities differ.
 *
 * @param options the preferred option first
 * @param calendar for a {@code NOTE}: the calendar whose roll-over the other option applies, or null
 */
public record Reading(
        String name,
        Kind kind,
        List<String> options,
        @Nullable String calendar,
        Source source) {

    /** Whether its options become worlds of their own, or a remark beside the end. */
    public enum Kind {
        SPAN,
        NOTE
    }

    public Reading {
        options = List.copyOf(options);
    }

    public String preferred() {
        return options.get(0);
    }
}
