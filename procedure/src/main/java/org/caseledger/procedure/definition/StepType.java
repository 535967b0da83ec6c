// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step that the definition knows.
 *
 * @param index place in the definition; orders steps of one day
 * @param by who does it: a role, or anybody
 * @param recorders the roles that may record it, sorted
 * @param opens the round that it opens, or null
 * @param includes acts that become possible with it
 * @param excludes acts that stop being so
 * @param startsExcluded whether it is impossible until a step includes it
 * @param mayAnnul the steps that it may annul
 */
public record StepType(
        int index,
        String name,
        Kind kind,
        String by,
        List<String> recorders,
        Scope scope,
        @Nullable String opens,
        List<Attribute> attributes,
        List<Need> needs,
        List<Assignment> sets,
        List<String> includes,
        List<String> excludes,
        boolean startsExcluded,
        List<Annulment> mayAnnul,
        Source source) {

    public StepType {
        recorders = List.copyOf(recorders);
        attributes = List.copyOf(attributes);
        needs = List.copyOf(needs);
        sets = List.copyOf(sets);
        includes = List.copyOf(includes);
        excludes = List.copyOf(excludes);
        mayAnnul = List.copyOf(mayAnnul);
    }

    public @Nullable Attribute attribute(String wanted) {
        for (var attribute : attributes) {
            if (attribute.name().equals(wanted)) {
                return attribute;
            }
        }
        return null;
    }
}
