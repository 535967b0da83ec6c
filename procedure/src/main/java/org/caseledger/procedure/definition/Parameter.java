// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A value that differs by country or regulation.
 *
 * @param codes the closed list of a code; empty for a period
 * @param countryOf the role whose first holder's country chooses, or null where no row asks for a country
 * @param rows the first that fits counts; the last fits all
 */
public record Parameter(
        String name, List<String> codes, @Nullable String countryOf, List<Row> rows) {

    public Parameter {
        codes = List.copyOf(codes);
        rows = List.copyOf(rows);
    }

    public boolean isPeriod() {
        return codes.isEmpty();
    }

    /**
     * A value where the country and the guard fit.
     *
     * @param countries empty for every country
     * @param value the code or the period as it is written
     * @param within the period, or null for a code
     */
    public record Row(
            SortedSet<String> countries,
            @Nullable Condition when,
            String value,
            @Nullable Within within,
            Source source) {
        public Row {
            countries = Collections.unmodifiableSortedSet(new TreeSet<>(countries));
        }
    }
}
