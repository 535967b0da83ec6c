// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.SortedMap;

/** Checks steps and bars. */
final class StepChecker {

    private final Definition definition;
    private final Names names;
    private final Complaints complaints;
    private final ConditionChecker conditions;

    StepChecker(Definition definition, Names names, Complaints complaints, ConditionChecker conditions) {
        this.definition = definition;
        this.names = names;
        this.complaints = complaints;
        this.conditions = conditions;
    }

    void check() {
        definition.steps().forEach(step -> check("steps[" + step.index() + "]", step));
        for (int i = 0; i < definition.bars().size(); i++) {
            check("bars[" + i + "]", definition.bars().get(i));
        }
    }

    private void check(String path, StepType step) {
        step.recorders()
                .forEach(role -> complaints.unless(
                        names.isRole(role), path, "'" + role + "' is not a role of this definition; say recorded-by"));
        checkScope(path, step.scope());
        complaints.unless(
                step.opens() == null || names.isRound(step.opens()), path, "opens a round that is not declared");
        complaints.unless(
                !new Scope.Round(String.valueOf(step.opens())).equals(step.scope()),
                path,
                "cannot be in the round that it opens");
        checkAttributes(path, step);
        for (int i = 0; i < step.needs().size(); i++) {
            var need = step.needs().get(i);
            conditions.check(path + ".needs[" + i + "]", need.condition(), step);
            checkFree(path + ".needs[" + i + "]", step, need.otherwise());
        }
        for (int i = 0; i < step.sets().size(); i++) {
            var assignment = step.sets().get(i);
            conditions.check(path + ".sets[" + i + "]", assignment.when(), step);
            checkValues(path + ".sets[" + i + "]", assignment.values());
        }
        step.mayAnnul().forEach(annulment -> checkAnnulment(path, step, annulment.step()));
    }

    private void checkAttributes(String path, StepType step) {
        step.attributes()
                .forEach(attribute -> complaints.unless(
                        (attribute.type() == Attribute.Type.CODE)
                                == !attribute.values().isEmpty(),
                        path + ".attrs." + attribute.name(),
                        "needs a closed list of values, or one of date, period, commitment"));
    }

    private void checkFree(String path, StepType step, Otherwise otherwise) {
        complaints.unless(
                step.kind() == Kind.ACT || !(otherwise instanceof Otherwise.Refuse),
                path,
                "a fact or ruling happened whatever the record knows: say gap or an irregularity, not refuse");
    }

    private void checkAnnulment(String path, StepType step, String target) {
        var annulled = definition.step(target);
        complaints.unless(step.kind() == Kind.RULING, path, "only a ruling annuls");
        complaints.unless(
                annulled != null && annulled.opens() != null,
                path,
                "'" + target
                        + "' must be a step that opens a round, so that each occurrence can be annulled for itself");
    }

    private void check(String path, Bar bar) {
        var step = definition.step(bar.step());
        if (step == null) {
            complaints.add(path, "'" + bar.step() + "' is not a step of this definition");
            return;
        }
        conditions.check(path + ".while", bar.condition(), null);
        checkFree(path, step, bar.otherwise());
        var running = definition.limits().stream()
                .filter(limit ->
                        limit.metBy().stream().anyMatch(met -> met.step().equals(bar.step())))
                .anyMatch(limit ->
                        limit.hold() == null || !limit.hold().condition().equals(bar.condition()));
        complaints.unless(
                !running || !(bar.otherwise() instanceof Otherwise.Refuse),
                path,
                "would exclude a step whose limit runs on: hold the limit while it lasts, or say what an irregular step does");
    }

    private void checkScope(String path, Scope scope) {
        if (scope instanceof Scope.Round round) {
            complaints.unless(names.isRound(round.name()), path, "'" + round.name() + "' is not a declared round");
        } else if (scope instanceof Scope.Each each) {
            complaints.unless(
                    names.isRole(each.role()), path, "'" + each.role() + "' is not a role of this definition");
        }
    }

    private void checkValues(String path, SortedMap<String, String> values) {
        values.forEach((name, value) -> complaints.unless(
                names.values(name).contains(value),
                path,
                "'" + name + ": " + value + "' is not declared under attributes"));
    }
}
