// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Checks limits. */
final class LimitChecker {

    private final Definition definition;
    private final Names names;
    private final Complaints complaints;
    private final ConditionChecker conditions;
    private final TermChecker terms;
    private final VerbChecker verbs;

    LimitChecker(
            Definition definition, Names names, Complaints complaints, ConditionChecker conditions, TermChecker terms) {
        this.definition = definition;
        this.names = names;
        this.complaints = complaints;
        this.conditions = conditions;
        this.terms = terms;
        this.verbs = new VerbChecker(names, complaints, conditions, terms);
    }

    void check() {
        definition.limits().forEach(limit -> check("limits[" + limit.index() + "]", limit));
    }

    private void check(String path, Limit limit) {
        checkScope(path, limit.scope());
        checkOwner(path, limit);
        checkMetBy(path, limit);
        checkLate(path + ".late", limit);
        checkEnd(path, limit);
        checkSuspension(path + ".hold", limit.hold());
        checkSuspension(path + ".pause", limit.pause());
        if (limit.recurs() != null) {
            terms.check(path + ".recurs", limit.recurs().until());
        }
        verbs.check(path, limit);
        if (limit.invocable() != null) {
            checkInvocable(path + ".invocable", limit.invocable());
        }
        if (limit.lapse() != null) {
            checkLapse(path + ".lapse", limit.lapse());
        }
    }

    private void checkScope(String path, Scope scope) {
        if (scope instanceof Scope.Round round) {
            complaints.unless(names.isRound(round.name()), path, "'" + round.name() + "' is not a declared round");
        } else if (scope instanceof Scope.Each each) {
            complaints.unless(
                    names.isRole(each.role()), path, "'" + each.role() + "' is not a role of this definition");
        }
    }

    private void checkOwner(String path, Limit limit) {
        var acts = limit.metBy().stream()
                .map(met -> names.step(met.step()))
                .anyMatch(step -> step != null && step.by().equals(limit.by()));
        complaints.unless(
                names.isRole(limit.by()) || acts,
                path,
                "'" + limit.by() + "' is not a role of this definition, and does none of the steps that meet it");
        complaints.unless(
                names.isRole(limit.countryOf()),
                path,
                limit.countryOf().equals(limit.by())
                        ? "silent about whose holidays and clock count: say country-of"
                        : "'" + limit.countryOf() + "' is not a role of this definition");
    }

    private void checkMetBy(String path, Limit limit) {
        complaints.unless(!limit.metBy().isEmpty(), path, "no step meets it");
        for (var met : limit.metBy()) {
            var step = names.step(met.step());
            if (step == null) {
                complaints.add(path + ".met-by", "'" + met.step() + "' is not a step of this definition");
                continue;
            }
            conditions.check(path + ".met-by", met.when(), step);
            complaints.unless(
                    limit.scope() instanceof Scope.Case || limit.scope().equals(step.scope()),
                    path + ".met-by",
                    "'" + met.step() + "' is not in the same round or role as the limit, and could never meet it");
        }
    }

    private void checkLate(String path, Limit limit) {
        var meeting = limit.metBy().stream().map(Limit.MetBy::step).collect(Collectors.toCollection(TreeSet::new));
        complaints.unless(
                meeting.equals(limit.late().keySet()),
                path,
                "silent about late steps: say under late, for each of " + meeting + ", what it still does");
        limit.late().forEach((name, effects) -> checkLate(path + "." + name, names.step(name), effects));
    }

    private void checkLate(String path, @Nullable StepType step, List<Late> effects) {
        for (int i = 0; i < effects.size(); i++) {
            var last = i == effects.size() - 1;
            complaints.unless(
                    last || effects.get(i).when() != null, path, "fits all, so that what follows it never counts");
            complaints.unless(
                    !last || effects.get(i).when() == null,
                    path,
                    "silent about late steps for which no guard holds: the last effects must fit all");
            conditions.check(path, effects.get(i).when(), step);
        }
        complaints.unless(!effects.isEmpty(), path, "silent about late steps: the list is empty");
    }

    private void checkEnd(String path, Limit limit) {
        complaints.unless(!limit.end().isEmpty(), path, "a limit without an anchor: say from what it is counted");
        for (int i = 0; i < limit.end().size(); i++) {
            var alternative = limit.end().get(i);
            var at = path + ".end[" + i + "]";
            complaints.unless(
                    alternative.when() != null || i == limit.end().size() - 1,
                    at,
                    "fits all, so that the ends after it never count");
            conditions.check(at, alternative.when(), null);
            terms.check(at, alternative.term());
        }
    }

    private void checkSuspension(String path, Limit.@Nullable Suspension suspension) {
        if (suspension != null) {
            conditions.check(path, suspension.condition(), null);
        }
    }

    private void checkInvocable(String path, Limit.Invocable invocable) {
        complaints.unless(
                names.isActor(invocable.by()),
                path,
                "'" + invocable.by() + "' is neither a role nor anybody who does a step");
        if (invocable.until() != null) {
            terms.check(path, invocable.until());
        }
    }

    private void checkLapse(String path, Lapse lapse) {
        for (var assignment : lapse.sets()) {
            conditions.check(path + ".sets", assignment.when(), null);
            assignment
                    .values()
                    .forEach((name, value) -> complaints.unless(
                            names.values(name).contains(value),
                            path + ".sets",
                            "'" + name + ": " + value + "' is not declared under attributes"));
        }
        var deemedOn = lapse.deemedOn();
        if (deemedOn != null) {
            var reading = names.reading(deemedOn.reading());
            complaints.unless(
                    reading != null
                            && reading.kind() == Reading.Kind.SPAN
                            && deemedOn.daysAfter().keySet().equals(new TreeSet<>(reading.options())),
                    path + ".deemed-on",
                    "must give a day for every option of a span reading");
        }
        for (var notFor : lapse.notFor()) {
            complaints.unless(
                    names.isActor(notFor.role()),
                    path + ".not-for",
                    "'" + notFor.role() + "' is neither a role nor anybody who does a step");
            conditions.check(path + ".not-for", notFor.when(), null);
        }
    }
}
