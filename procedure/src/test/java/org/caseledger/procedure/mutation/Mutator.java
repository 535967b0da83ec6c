// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.CanonicalJson;

/** Changes one rule of a definition at a time. */
public final class Mutator {

    private Mutator() {}

    /** All mutants, in the order of the canonical JSON; none is the definition itself, and no two are alike. */
    public static List<Mutant> of(Definition definition) {
        var operators = List.of(
                new PeriodOperator(),
                new AnchorOperator(definition),
                new GuardOperator(),
                new ConsequenceOperator(definition),
                new VariantOperator());
        var mutants = new ArrayList<Mutant>();
        var seen = new HashSet<String>();
        seen.add(CanonicalJson.hash(definition.content()));
        Place.of(definition.content())
                .walk(place -> operators.forEach(operator -> mutants(operator, place).stream()
                        .filter(mutant -> seen.add(CanonicalJson.hash(mutant.content())))
                        .forEach(mutants::add)));
        return mutants;
    }

    /** The attributes of a step are words for people to choose from, whatever rules' fields they share a name with. */
    private static List<Mutant> mutants(Operator operator, Place place) {
        return place.isAttribute() ? List.of() : operator.mutants(place);
    }

    /** Changes what it finds at one place. */
    interface Operator {
        List<Mutant> mutants(Place place);
    }
}
