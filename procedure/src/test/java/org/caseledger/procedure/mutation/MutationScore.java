// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionException;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.scenario.Scenario;

/**
 * How many changed definitions a suite of scenarios notices.
 *
 * @param killed mutants under which some scenario differs
 * @param survived mutants that no scenario notices
 * @param invalid mutants that the checker refuses; they count for nothing
 */
public record MutationScore(String definition, List<Mutant> killed, List<Mutant> survived, List<Mutant> invalid) {

    /** Plays every scenario of the suite under every mutant until one differs. */
    public static MutationScore of(Definition definition, List<Calendar> calendars, List<Scenario> suite) {
        var killed = new ArrayList<Mutant>();
        var survived = new ArrayList<Mutant>();
        var invalid = new ArrayList<Mutant>();
        var scenarios = new ArrayList<>(suite);
        for (var mutant : Mutator.of(definition)) {
            try {
                var changed = DefinitionReader.read(mutant.content());
                (isNoticed(changed, calendars, scenarios) ? killed : survived).add(mutant);
            } catch (DefinitionException refused) {
                invalid.add(mutant);
            }
        }
        return new MutationScore(definition.pin().id(), killed, survived, invalid);
    }

    /** Share of the valid mutants that are killed, from 0 to 1. */
    public double score() {
        var valid = killed.size() + survived.size();
        return valid == 0 ? 0 : (double) killed.size() / valid;
    }

    /** The score and every survivor. */
    public String report() {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d of %d mutants killed (%.1f %%), %d refused by the checker",
                definition,
                killed.size(),
                killed.size() + survived.size(),
                100 * score(),
                invalid.size()));
        survived.forEach(mutant -> lines.add("survived: " + mutant.text()));
        return String.join("\n", lines);
    }

    /** A scenario that noticed one mutant is asked first about the next: neighbours are often noticed by the same. */
    private static boolean isNoticed(Definition changed, List<Calendar> calendars, List<Scenario> scenarios) {
        for (int i = 0; i < scenarios.size(); i++) {
            if (differs(scenarios.get(i), changed, calendars)) {
                scenarios.add(0, scenarios.remove(i));
                return true;
            }
        }
        return false;
    }

    private static boolean differs(Scenario scenario, Definition changed, List<Calendar> calendars) {
        try {
            return !scenario.differences(changed, calendars).isEmpty();
        } catch (RuntimeException broken) {
            return true;
        }
    }
}
