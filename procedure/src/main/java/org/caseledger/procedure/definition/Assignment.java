// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Values that case attributes take, where the guard holds.
 *
 * @param reopens whether it changes also what a final lapse has set
 */
public record Assignment(@Nullable Condition when, SortedMap<String, String> values, boolean reopens) {
    public Assignment {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
