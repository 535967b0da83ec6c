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
        complaints.unless(!step.recorders().isEmpty(), path, "nobody records it; say recorded-by");
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
        checkExcludable(path + ".includes", step.includes());
        checkExcludable(path + ".excludes", step.excludes());
        complaints.unless(
                !step.startsExcluded() || step.kind() == Kind.ACT, path + ".starts", "only acts are excluded");
        for (int i = 0; i < step.mayAnnul().size(); i++) {
            checkAnnulment(path + ".may-annul[" + i + "]", step, step.mayAnnul().get(i));
        }
    }

    private void checkAttributes(String path, StepType step) {
        for (var attribute : step.attributes()) {
            var at = path + ".attrs." + attribute.name();
            complaints.unless(
                    (attribute.type() == Attribute.Type.CODE)
                            == !attribute.values().isEmpty(),
                    at,
                    "needs a closed list of values, or one of date, period, commitment");
            complaints.unless(Names.repeated(attribute.values()) == null, at, "needs a list of values that differ");
            complaints.unless(
                    !Names.FIELDS.contains(attribute.name()),
                    at,
                    "'" + attribute.name() + "' is a word of the language; name it otherwise");
        }
    }

    private void checkExcludable(String path, Iterable<String> acts) {
        for (var name : acts) {
            var act = names.step(name);
            complaints.unless(
                    act != null && act.kind() == Kind.ACT, path, "'" + name + "' is not an act of this definition");
        }
    }

    private void checkFree(String path, StepType step, Otherwise otherwise) {
        complaints.unless(
                step.kind() == Kind.ACT || !(otherwise instanceof Otherwise.Refuse),
                path,
                "a fact or ruling happened whatever the record knows: say gap or an irregularity, not refuse");
    }

    private void checkAnnulment(String path, StepType step, Annulment annulment) {
        var annulled = names.step(annulment.step());
        complaints.unless(step.kind() == Kind.RULING, path, "only a ruling annuls");
        complaints.unless(
                annulled != null && annulled.opens() != null,
                path,
                "'" + annulment.step()
                        + "' must be a step that opens a round, so that each occurrence can be annulled for itself");
        conditions.check(path, annulment.when(), step);
    }

    private void check(String path, Bar bar) {
        var step = names.step(bar.step());
        if (step == null) {
            complaints.add(path, "'" + bar.step() + "' is not a step of this definition");
            return;
        }
        conditions.check(path + ".while", bar.condition(), step);
        checkFree(path, step, bar.otherwise());
        var runsOn = names.metBy(bar.step())
                .anyMatch(limit -> limit.hold() == null
                        || !Implication.holds(bar.condition(), limit.hold().condition()));
        complaints.unless(
                !runsOn || !(bar.otherwise() instanceof Otherwise.Refuse),
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
