// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionException;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.mutation.equivalence.Equivalences;
import org.caseledger.procedure.scenario.Scenario;
import org.caseledger.procedure.scenario.Scenarios;

/**
 * How many changed definitions a suite of scenarios notices.
 *
 * @param killed mutants under which some scenario differs
 * @param survived mutants that no scenario notices
 * @param invalid mutants that the checker refuses; they count for nothing
 * @param equivalent mutants that nothing could notice, by the reason; they count for nothing
 */
public record MutationScore(
        String definition,
        List<Mutant> killed,
        List<Mutant> survived,
        List<Mutant> invalid,
        SortedMap<String, List<Mutant>> equivalent) {

    /** That of a shipped definition over its scenarios. */
    public static MutationScore of(Definition definition) {
        return of(definition, Scenarios.LIBRARY.calendarsOf(definition), Scenarios.of(definition));
    }

    /** Plays the suite's scenarios under every mutant until one differs, on all processors. */
    public static MutationScore of(Definition definition, List<Calendar> calendars, List<Scenario> scenarios) {
        var equivalences = Equivalences.of(definition);
        var suite = new Suite(scenarios);
        var judged = Mutator.of(definition).parallelStream()
                .map(mutant -> judge(mutant, equivalences, calendars, suite))
                .toList();
        var equivalent = judged.stream()
                .filter(each -> each.fate() == Fate.EQUIVALENT)
                .collect(Collectors.groupingBy(
                        Judged::reason, TreeMap::new, Collectors.mapping(Judged::mutant, Collectors.toList())));
        return new MutationScore(
                definition.pin().id(),
                of(Fate.KILLED, judged),
                of(Fate.SURVIVED, judged),
                of(Fate.INVALID, judged),
                equivalent);
    }

    private enum Fate {
        KILLED,
        SURVIVED,
        INVALID,
        EQUIVALENT
    }

    private record Judged(Mutant mutant, Fate fate, String reason) {}

    private static Judged judge(Mutant mutant, Equivalences equivalences, List<Calendar> calendars, Suite suite) {
        try {
            var changed = DefinitionReader.read(mutant.content());
            var reason = equivalences.reason(changed);
            if (reason.isPresent()) {
                return new Judged(mutant, Fate.EQUIVALENT, reason.get());
            }
            var noticed = suite.notices(mutant, Engine.of(changed, calendars));
            return new Judged(mutant, noticed ? Fate.KILLED : Fate.SURVIVED, "");
        } catch (DefinitionException refused) {
            return new Judged(mutant, Fate.INVALID, "");
        }
    }

    private static List<Mutant> of(Fate fate, List<Judged> judged) {
        return judged.stream()
                .filter(each -> each.fate() == fate)
                .map(Judged::mutant)
                .toList();
    }

    /** How many mutants count: those that something could notice. */
    public int valid() {
        return killed.size() + survived.size();
    }

    /** How many count for nothing because nothing could notice them. */
    public int leftOut() {
        return equivalent.values().stream().mapToInt(List::size).sum();
    }

    /** Share of the valid mutants that are killed, from 0 to 1. */
    public double score() {
        return valid() == 0 ? 0 : (double) killed.size() / valid();
    }

    /** The score, what was left out and why, and every survivor. */
    public String report() {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "%s: %d of %d mutants killed (%.1f %%), %d refused by the checker, %d equivalent",
                definition,
                killed.size(),
                valid(),
                100 * score(),
                invalid.size(),
                leftOut()));
        equivalent.forEach((reason, mutants) -> lines.add("left out: " + mutants.size() + " | " + reason));
        survived.forEach(mutant -> lines.add("survived: " + mutant.text()));
        return String.join("\n", lines);
    }
}
