// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.HashMap;
import java.util.stream.Stream;

/** Refuses verbs that come when their limit cannot run, and exclusions of acts whose limit runs. */
final class RunningChecker {

    private final Definition definition;
    private final Names names;
    private final Complaints complaints;
    private final Necessity necessity;

    RunningChecker(Definition definition, Names names, Complaints complaints, Necessity necessity) {
        this.definition = definition;
        this.names = names;
        this.complaints = complaints;
        this.necessity = necessity;
    }

    void check() {
        definition.limits().forEach(this::checkVerbs);
        definition.steps().forEach(step -> step.excludes().stream()
                .filter(act -> !step.includes().contains(act))
                .forEach(act -> checkExclusion(step, act)));
        definition.limits().forEach(this::checkStart);
    }

    private void checkVerbs(Limit limit) {
        var counts = new HashMap<String, Integer>();
        for (var verb : limit.verbs()) {
            var number = counts.merge(verb.word(), 1, Integer::sum) - 1;
            var path = "limits[" + limit.index() + "]." + verb.word() + "[" + number + "]";
            for (var trigger : verb.after()) {
                checkVerb(path, limit, trigger);
            }
        }
    }

    private void checkVerb(String path, Limit limit, String trigger) {
        var step = names.step(trigger);
        var cannotRun = "the limit cannot run when '" + trigger + "' comes: ";
        complaints.unless(
                limit.recurs() != null || !isMetFor(limit, trigger), path, cannotRun + "that step has just met it");
        complaints.unless(
                limit.recurs() != null || !limit.equals(names.lapsing(trigger)),
                path,
                cannotRun + "that is its own lapse");
        complaints.unless(
                step == null || step.opens() == null || !limit.scope().equals(new Scope.Round(step.opens())),
                path,
                cannotRun + "that step opens the round in which the limit begins only afterwards");
        complaints.unless(
                limit.recurs() != null || necessity.before(trigger).stream().noneMatch(name -> endsFor(limit, name)),
                path,
                cannotRun + "it was met or has passed before");
    }

    /** Whether the name, once it happened, leaves the limit met or passed for good in the case. */
    private boolean endsFor(Limit limit, String name) {
        return limit.scope() instanceof Scope.Case && (isMetFor(limit, name) || limit.equals(names.lapsing(name)));
    }

    private static boolean isMetFor(Limit limit, String step) {
        return limit.metBy().stream()
                .anyMatch(met -> met.when() == null && met.step().equals(step));
    }

    private void checkExclusion(StepType step, String act) {
        names.metBy(act)
                .filter(limit -> !isMetFor(limit, step.name()) && !isReleasedBy(limit, step.name()))
                .filter(limit -> necessity.before(step.name()).stream().noneMatch(name -> endsFor(limit, name)))
                .forEach(limit -> complaints.add(
                        "steps[" + step.index() + "].excludes",
                        "excludes '" + act + "' whose limit '" + limit.name()
                                + "' may run: release the limit, or use a bar"));
    }

    private static boolean isReleasedBy(Limit limit, String step) {
        return limit.verbs().stream()
                .anyMatch(verb -> verb instanceof Verb.Release
                        && verb.when() == null
                        && verb.after().contains(step));
    }

    /** A limit whose steps all start excluded must begin with what includes one of them. */
    private void checkStart(Limit limit) {
        var acts = limit.metBy().stream()
                .flatMap(met -> Stream.ofNullable(names.step(met.step())))
                .toList();
        if (acts.isEmpty() || acts.stream().anyMatch(act -> !act.startsExcluded())) {
            return;
        }
        var without = limit.end().stream()
                .flatMap(alternative -> Points.of(alternative.term()))
                .flatMap(point -> Stream.ofNullable(Points.happening(point)))
                .filter(anchor -> Stream.concat(Stream.of(anchor), necessity.before(anchor).stream())
                        .flatMap(name -> Stream.ofNullable(names.step(name)))
                        .noneMatch(step ->
                                acts.stream().anyMatch(act -> step.includes().contains(act.name()))))
                .findFirst();
        without.ifPresent(anchor -> complaints.add(
                "limits[" + limit.index() + "]",
                "runs from '" + anchor + "', which includes none of the steps that meet it, and all of them start"
                        + " excluded"));
    }
}
