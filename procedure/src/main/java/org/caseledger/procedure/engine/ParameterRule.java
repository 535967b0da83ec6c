// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.List;
import java.util.Set;
import org.caseledger.procedure.definition.Within;
import org.jspecify.annotations.Nullable;

/** A value that differs by country or regulation, arranged for asking. */
record ParameterRule(String name, @Nullable String countryOf, List<Row> rows) {

    /** A value where the country and the guard fit; a code has no period. */
    record Row(
            Set<String> countries,
            Guard when,
            String value,
            @Nullable Within within,
            String source) {}

    /** The first row that fits here; the last fits all. */
    Row row(Situation situation) {
        var country = countryOf == null ? null : situation.countryOf(countryOf);
        for (var row : rows) {
            var fits = row.countries().isEmpty()
                    || (country != null && row.countries().contains(country));
            if (fits && row.when().holds(situation)) {
                return row;
            }
        }
        return rows.get(rows.size() - 1);
    }
}
