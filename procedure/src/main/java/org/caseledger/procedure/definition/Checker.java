// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Refuses a definition that could not be played or that is silent where it must speak. */
final class Checker {

    private static final int SEMANTICS = 1;
    private static final int WORLDS = 8;
    private static final Set<String> NOBODY = Set.of("undetermined", "third");
    private static final Set<String> RESERVED = Set.of("case", "same", "any", "all", "not", "where", "is");

    private final Definition definition;
    private final Names names;
    private final Complaints complaints;
    private final ConditionChecker conditions;

    Checker(Definition definition, UnaryOperator<String> places) {
        this.definition = definition;
        this.names = new Names(definition);
        this.complaints = new Complaints(places);
        this.conditions = new ConditionChecker(names, complaints);
    }

    /** @throws DefinitionException with every problem found */
    void check() {
        checkSemantics();
        checkNames();
        checkReadings();
        checkOpening();
        checkResponsible();
        checkRounds();
        new StepChecker(definition, names, complaints, conditions).check();
        new LimitChecker(definition, names, complaints, conditions).check();
        conditions.check("ends.when", definition.ends(), null);
        new Reachability(definition).check(complaints);
        complaints.raise();
    }

    private void checkSemantics() {
        complaints.unless(definition.semantics() == SEMANTICS, "semantics", "this engine plays semantics " + SEMANTICS);
        var worlds = definition.readings().stream()
                .filter(reading -> reading.kind() == Reading.Kind.SPAN)
                .mapToLong(reading -> reading.options().size())
                .reduce(1, (a, b) -> Math.min(a * b, Integer.MAX_VALUE));
        complaints.unless(
                worlds <= WORLDS, "readings", "they make " + worlds + " worlds; at most " + WORLDS + " are played");
    }

    private void checkNames() {
        var happenings = Stream.concat(
                        definition.steps().stream().map(StepType::name),
                        definition.limits().stream()
                                .map(Limit::lapse)
                                .filter(lapse -> lapse != null && lapse.as() != null)
                                .map(lapse -> String.valueOf(lapse.as())))
                .toList();
        checkUnique("steps", happenings);
        checkUnique("limits", definition.limits().stream().map(Limit::name).toList());
        checkUnique("rounds", definition.rounds().stream().map(Round::name).toList());
        checkUnique(
                "readings", definition.readings().stream().map(Reading::name).toList());
        happenings.stream()
                .filter(RESERVED::contains)
                .forEach(
                        name -> complaints.add("steps", "'" + name + "' is a word of the language; name it otherwise"));
    }

    private void checkUnique(String path, List<String> declared) {
        var repeated = Names.repeated(declared);
        complaints.unless(repeated == null, path, "'" + repeated + "' is declared twice");
    }

    private void checkReadings() {
        for (int i = 0; i < definition.readings().size(); i++) {
            var reading = definition.readings().get(i);
            var path = "readings[" + i + "]";
            complaints.unless(
                    Names.repeated(reading.options()) == null
                            && reading.options().size() > 1,
                    path,
                    "needs at least two options that differ");
            var note = reading.kind() == Reading.Kind.NOTE;
            complaints.unless(
                    note == (reading.calendar() != null),
                    path,
                    "a note names the calendar that it rolls by, a span none");
            complaints.unless(note || isAsked(reading), path, "no rule asks this reading; remove it");
        }
    }

    private boolean isAsked(Reading reading) {
        return definition.limits().stream()
                .map(Limit::lapse)
                .anyMatch(lapse -> lapse != null
                        && lapse.deemedOn() != null
                        && lapse.deemedOn().reading().equals(reading.name()));
    }

    private void checkOpening() {
        complaints.unless(names.isRole(definition.openingRole()), "opening.role", "is not a role of this definition");
        complaints.unless(!definition.openingSteps().isEmpty(), "opening.steps", "names no step to open with");
        for (int i = 0; i < definition.openingSteps().size(); i++) {
            var step = definition.step(definition.openingSteps().get(i));
            complaints.unless(
                    step != null && step.recorders().contains(definition.openingRole()),
                    "opening.steps[" + i + "]",
                    "is not a step that the opening role records");
        }
    }

    private void checkResponsible() {
        names.values(Definition.RESPONSIBLE).stream()
                .filter(value -> !NOBODY.contains(value) && !names.isRole(value))
                .forEach(value -> complaints.add(
                        "attributes." + Definition.RESPONSIBLE,
                        "'" + value + "' is neither a role nor undetermined nor third"));
        definition
                .attributes()
                .forEach((name, values) -> complaints.unless(
                        !values.isEmpty() && Names.repeated(values) == null,
                        "attributes." + name,
                        "needs a list of values that differ"));
    }

    private void checkRounds() {
        for (int i = 0; i < definition.rounds().size(); i++) {
            var round = definition.rounds().get(i);
            var path = "rounds[" + i + "]";
            complaints.unless(
                    definition.steps().stream().anyMatch(step -> round.name().equals(step.opens())),
                    path,
                    "no step opens it, so that its steps can never be recorded");
            for (var name : round.closedBy()) {
                var closing = definition.step(name);
                complaints.unless(
                        closing != null && closing.scope().equals(new Scope.Round(round.name())),
                        path,
                        "is closed by a step that is not in it");
                conditions.check(path + ".when", round.when(), closing);
            }
        }
    }
}
