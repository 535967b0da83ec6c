// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import java.util.List;
import org.caseledger.procedure.scenario.Scenario;
import org.caseledger.procedure.scenario.Scenarios;

/** Prints the mutation scores of the shipped definitions that are named, or of all that have scenarios. */
public final class MutationReport {

    private MutationReport() {}

    public static void main(String[] names) {
        for (var definition : Scenarios.LIBRARY.definitions()) {
            var id = definition.pin().id();
            var wanted = names.length == 0 || List.of(names).contains(id.replaceAll("@.*", ""));
            var suite = wanted ? Scenarios.of(definition) : List.<Scenario>of();
            if (!suite.isEmpty()) {
                System.out.println(MutationScore.of(definition, Scenarios.LIBRARY.calendarsOf(definition), suite)
                        .report());
            }
        }
    }
}
