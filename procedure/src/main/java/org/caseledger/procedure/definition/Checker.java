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

    private final Definition definition;
    private final Names names;
    private final Complaints complaints;
    private final TermChecker terms;
    private final ConditionChecker conditions;

    Checker(Definition definition, UnaryOperator<String> places) {
        this.definition = definition;
        this.names = new Names(definition);
        this.complaints = new Complaints(places);
        this.terms = new TermChecker(names, complaints);
        this.conditions = new ConditionChecker(names, complaints, terms);
    }

    /** @throws DefinitionException with every problem found */
    void check() {
        checkSemantics();
        checkNames();
        checkOpening();
        checkRoles();
        checkAttributes();
        checkRounds();
        new VariantChecker(definition, names, complaints, conditions).check();
        new StepChecker(definition, names, complaints, conditions).check();
        new LimitChecker(definition, names, complaints, conditions, terms).check();
        conditions.check("ends.when", definition.ends(), null);
        new UsageChecker(definition, complaints).check();
        complaints.raise();
        var necessity = new Necessity(definition);
        new Reachability(definition, names, complaints).check();
        new LoopChecker(definition, names, complaints).check();
        new RunningChecker(definition, names, complaints, necessity).check();
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
                                .flatMap(limit -> Stream.ofNullable(limit.lapse()))
                                .flatMap(lapse -> Stream.ofNullable(lapse.as())))
                .toList();
        checkUnique("steps", happenings);
        checkUnique("limits", definition.limits().stream().map(Limit::name).toList());
        checkUnique("rounds", definition.rounds().stream().map(Round::name).toList());
        checkUnique(
                "readings", definition.readings().stream().map(Reading::name).toList());
        checkUnique(
                "parameters",
                definition.parameters().stream().map(Parameter::name).toList());
        happenings.stream()
                .filter(Names.WORDS::contains)
                .forEach(
                        name -> complaints.add("steps", "'" + name + "' is a word of the language; name it otherwise"));
    }

    private void checkUnique(String path, List<String> declared) {
        var repeated = Names.repeated(declared);
        complaints.unless(repeated == null, path, "'" + repeated + "' is declared twice");
    }

    private void checkOpening() {
        complaints.unless(names.isRole(definition.openingRole()), "opening.role", "is not a role of this definition");
        complaints.unless(!definition.openingSteps().isEmpty(), "opening.steps", "names no step to open with");
        for (int i = 0; i < definition.openingSteps().size(); i++) {
            var step = names.step(definition.openingSteps().get(i));
            complaints.unless(
                    step != null && step.recorders().contains(definition.openingRole()),
                    "opening.steps[" + i + "]",
                    "is not a step that the opening role records");
        }
    }

    private void checkRoles() {
        for (var role : definition.roles().keySet()) {
            complaints.unless(
                    definition.steps().stream()
                                    .anyMatch(step -> step.recorders().contains(role))
                            || definition.limits().stream()
                                    .anyMatch(limit -> limit.by().equals(role)),
                    "roles." + role,
                    "'" + role + "' is a role that nobody can hold: no step is recorded by it and it owes nothing");
        }
    }

    private void checkAttributes() {
        names.values(Definition.RESPONSIBLE).stream()
                .filter(value -> !NOBODY.contains(value) && !names.isRole(value))
                .forEach(value -> complaints.add(
                        "attributes." + Definition.RESPONSIBLE,
                        "'" + value + "' is neither a role nor undetermined nor third"));
        definition.attributes().forEach((name, values) -> {
            var path = "attributes." + name;
            complaints.unless(
                    !values.isEmpty() && Names.repeated(values) == null, path, "needs a list of values that differ");
            complaints.unless(
                    !Names.FIELDS.contains(name), path, "'" + name + "' is a word of the language; name it otherwise");
        });
    }

    private void checkRounds() {
        for (int i = 0; i < definition.rounds().size(); i++) {
            var round = definition.rounds().get(i);
            var path = "rounds[" + i + "]";
            complaints.unless(
                    definition.steps().stream().anyMatch(step -> round.name().equals(step.opens())),
                    path,
                    "no step opens it, so that its steps can never be recorded");
            complaints.unless(
                    round.when() == null || !round.closedBy().isEmpty(),
                    path,
                    "has a guard of its closing, but no step closes it");
            for (var name : round.closedBy()) {
                var closing = names.step(name);
                complaints.unless(
                        closing != null && closing.scope().equals(new Scope.Round(round.name())),
                        path,
                        "is closed by a step that is not in it: '" + name + "'");
                conditions.check(path + ".when", round.when(), closing);
            }
        }
    }
}
