// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * What one world shows on a day, in words that a person can compare.
 *
 * @param limits {@code name/round/member} to end, status and day on which it was met
 * @param lapses {@code name/round end deemedOn since}
 * @param values case attribute to value and first day
 * @param flags {@code command} to what is remarked: {@code late:limit}, {@code unlawful:code}, {@code gap}
 * @param groundless commands of steps that have no ground in this world
 * @param ended day of the end, or null
 */
record Outcome(
        SortedMap<String, String> limits,
        SortedSet<String> lapses,
        SortedMap<String, String> values,
        Map<String, SortedSet<String>> flags,
        SortedSet<String> groundless,
        @Nullable LocalDate ended) {}
