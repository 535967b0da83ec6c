// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the case that can come again, each time with its own marking.
 *
 * @param closedBy the steps that close it; none if it stays open
 * @param when guard of the closing, or null
 */
public record Round(
        String name, List<String> closedBy, @Nullable Condition when) {
    public Round {
        closedBy = List.copyOf(closedBy);
    }
}
