// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.TreeSet;
import java.util.stream.Collectors;

/** Checks limits. */
final class LimitChecker {

    private final Definition definition;
    private final Names names;
    private final Complaints complaints;
    private final ConditionChecker conditions;

    LimitChecker(Definition definition, Names names, Complaints complaints, ConditionChecker conditions) {
        this.definition = definition;
        this.names = names;
        this.complaints = complaints;
        this.conditions = conditions;
    }

    void check() {
        definition.limits().forEach(limit -> check("limits[" + limit.index() + "]", limit));
    }

    private void check(String path, Limit limit) {
        complaints.unless(names.isRole(limit.by()), path, "'" + limit.by() + "' is not a role of this definition");
        checkMetBy(path, limit);
        complaints.unless(!limit.end().isEmpty(), path, "a limit without an anchor: say from what it is counted");
        for (int i = 0; i < limit.end().size(); i++) {
            var alternative = limit.end().get(i);
            conditions.check(path + ".end[" + i + "]", alternative.when(), null);
            checkTerm(path + ".end[" + i + "]", alternative.term(), false);
        }
        if (limit.hold() != null) {
            conditions.check(path + ".hold", limit.hold().condition(), null);
        }
        limit.verbs().forEach(verb -> check(path, verb));
        var lapse = limit.lapse();
        if (lapse != null) {
            checkLapse(path + ".lapse", lapse);
        }
    }

    private void checkMetBy(String path, Limit limit) {
        complaints.unless(!limit.metBy().isEmpty(), path, "no step meets it");
        for (var met : limit.metBy()) {
            var step = definition.step(met.step());
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
        var meeting = limit.metBy().stream().map(Limit.MetBy::step).collect(Collectors.toCollection(TreeSet::new));
        complaints.unless(
                meeting.equals(limit.late().keySet()),
                path,
                "silent about late steps: say under late, for each of " + meeting + ", full or none");
    }

    private void checkTerm(String path, Term term, boolean revision) {
        var same = Points.anchors(term).anyMatch(Anchor.Same.class::isInstance);
        complaints.unless(!same || revision, path, "a limit without an anchor: only a verb can be counted from same");
        Points.of(term).forEach(point -> checkPoint(path, point));
    }

    private void checkPoint(String path, Point point) {
        if (point instanceof Point.Happening happening) {
            checkHappening(path, happening.name());
        } else if (point instanceof Point.Stated stated) {
            var attribute = names.attribute(stated.step(), stated.attribute());
            complaints.unless(
                    attribute != null && attribute.type() == Attribute.Type.DATE,
                    path,
                    "'" + stated.step() + "." + stated.attribute() + "' is not a date of a step");
        }
    }

    private void check(String path, Verb verb) {
        verb.after().forEach(name -> {
            checkHappening(path, name);
            conditions.check(path, verb.when(), definition.step(name));
        });
        if (verb instanceof Verb.Restart restart && restart.from() != null) {
            checkPoint(path, restart.from());
        } else if (verb instanceof Verb.Revise revise) {
            checkTerm(path + ".revise", revise.end(), true);
        }
    }

    private void checkLapse(String path, Lapse lapse) {
        lapse.sets().stream()
                .map(Assignment::values)
                .forEach(values -> values.forEach((name, value) -> complaints.unless(
                        names.values(name).contains(value),
                        path,
                        "'" + name + ": " + value + "' is not declared under attributes")));
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
    }

    private void checkHappening(String path, String name) {
        complaints.unless(
                names.isHappening(name), path, "'" + name + "' is not a step or a named lapse of this definition");
    }
}
