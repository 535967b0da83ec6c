// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
        for (var guard : Guards.of(definition)) {
            for (var part : Guards.parts(guard)) {
                note(part);
            }
        }
        for (var limit : definition.limits()) {
            note(limit);
        }
        for (var step : definition.steps()) {
            note(step.sets());
        }
        for (int i = 0; i < definition.readings().size(); i++) {
            var reading = definition.readings().get(i);
            require(
                    reading.kind() == Reading.Kind.NOTE || readings.contains(reading.name()),
                    "readings[" + i + "]",
                    "no rule asks the reading",
                    reading.name());
        }
        for (int i = 0; i < definition.parameters().size(); i++) {
            var name = definition.parameters().get(i).name();
            require(parameters.contains(name), "parameters[" + i + "]", "no rule asks the parameter", name);
        }
        for (var name : definition.attributes().keySet()) {
            require(attributes.contains(name), "attributes." + name, "no rule sets the attribute", name);
        }
    }

    private void require(boolean used, String path, String what, String name) {
        if (!used) {
            complaints.add(path, what + " '" + name + "'; remove it");
        }
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
        for (var alternative : limit.end()) {
            note(alternative.term());
        }
        if (limit.recurs() != null) {
            note(limit.recurs().until());
        }
        if (limit.invocable() != null && limit.invocable().until() != null) {
            note(limit.invocable().until());
        }
        for (var verb : limit.verbs()) {
            if (verb instanceof Verb.Revise revise) {
                note(revise.end());
            } else if (verb instanceof Verb.Extend extend) {
                note(extend.by());
            }
        }
        var lapse = limit.lapse();
        if (lapse != null) {
            note(lapse.sets());
            if (lapse.deemedOn() != null) {
                readings.add(lapse.deemedOn().reading());
            }
        }
    }

    private void note(List<Assignment> assignments) {
        for (var assignment : assignments) {
            attributes.addAll(assignment.values().keySet());
        }
    }

    private void note(Term term) {
        for (var within : Points.periods(term).toList()) {
            note(within);
        }
    }

    private void note(Within within) {
        if (within instanceof Within.Parameter parameter) {
            parameters.add(parameter.name());
        }
    }
}
