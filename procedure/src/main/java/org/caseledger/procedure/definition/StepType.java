// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that the definition knows.
 *
 * @param index place in the definition; orders steps of one day
 * @param recorders the roles that may record it, sorted
 * @param opens the round that it opens, or null
 * @param mayAnnul the steps that it may annul
 */
public record StepType(
        int index,
        String name,
        Kind kind,
        List<String> recorders,
        Scope scope,
        @Nullable String opens,
        List<Attribute> attributes,
        List<Need> needs,
        List<Assignment> sets,
        List<String> mayAnnul,
        Source source) {

    public StepType {
        recorders = List.copyOf(recorders);
        attributes = List.copyOf(attributes);
        needs = List.copyOf(needs);
        sets = List.copyOf(sets);
        mayAnnul = List.copyOf(mayAnnul);
    }

    public @Nullable Attribute attribute(String wanted) {
        return attributes.stream()
                .filter(attribute -> attribute.name().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
