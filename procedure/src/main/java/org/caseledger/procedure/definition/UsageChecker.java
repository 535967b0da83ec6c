// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Refuses what is declared and never used: a reader would look for what it does. */
final class UsageChecker {

    private final Definition definition;
    private final Complaints complaints;
    private final Set<String> readings = new HashSet<>();
    private final Set<String> parameters = new HashSet<>();
    private final Set<String> attributes = new HashSet<>();

    UsageChecker(Definition definition, Complaints complaints) {
        this.definition = definition;
        this.complaints = complaints;
    }

    void check() {
        Guards.of(definition).flatMap(Guards::parts).forEach(this::note);
        definition.limits().forEach(this::note);
        definition.steps().forEach(step -> step.sets()
                .forEach(assignment -> attributes.addAll(assignment.values().keySet())));
        for (int i = 0; i < definition.readings().size(); i++) {
            var reading = definition.readings().get(i);
            complaints.unless(
                    reading.kind() == Reading.Kind.NOTE || readings.contains(reading.name()),
                    "readings[" + i + "]",
                    "no rule asks the reading '" + reading.name() + "'; remove it");
        }
        for (int i = 0; i < definition.parameters().size(); i++) {
            var parameter = definition.parameters().get(i);
            complaints.unless(
                    parameters.contains(parameter.name()),
                    "parameters[" + i + "]",
                    "no rule asks the parameter '" + parameter.name() + "'; remove it");
        }
        definition
                .attributes()
                .keySet()
                .forEach(name -> complaints.unless(
                        attributes.contains(name),
                        "attributes." + name,
                        "no rule sets the attribute '" + name + "'; remove it"));
    }

    private void note(Condition condition) {
        if (condition instanceof Condition.ReadingIs reading) {
            readings.add(reading.reading());
        } else if (condition instanceof Condition.ParameterIs parameter) {
            parameters.add(parameter.parameter());
        } else if (condition instanceof Condition.Elapsed elapsed) {
            note(elapsed.within());
        }
    }

    private void note(Limit limit) {
        limit.end().forEach(alternative -> note(alternative.term()));
        Stream.ofNullable(limit.recurs()).forEach(recurs -> note(recurs.until()));
        Stream.ofNullable(limit.invocable())
                .flatMap(invocable -> Stream.ofNullable(invocable.until()))
                .forEach(this::note);
        for (var verb : limit.verbs()) {
            if (verb instanceof Verb.Revise revise) {
                note(revise.end());
            } else if (verb instanceof Verb.Extend extend) {
                note(extend.by());
            }
        }
        var lapse = limit.lapse();
        if (lapse != null) {
            lapse.sets()
                    .forEach(assignment -> attributes.addAll(assignment.values().keySet()));
            Stream.ofNullable(lapse.deemedOn()).map(Lapse.DeemedOn::reading).forEach(readings::add);
        }
    }

    private void note(Term term) {
        Points.periods(term).forEach(this::note);
    }

    private void note(Within within) {
        if (within instanceof Within.Parameter parameter) {
            parameters.add(parameter.name());
        }
    }
}
