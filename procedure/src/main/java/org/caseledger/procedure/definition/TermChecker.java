// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

/** Checks that ends are counted from what the definition declares. */
final class TermChecker {

    private final Names names;
    private final Complaints complaints;

    TermChecker(Names names, Complaints complaints) {
        this.names = names;
        this.complaints = complaints;
    }

    /** The end of a limit, or of a right to rely on it: nothing is being recorded when it is counted. */
    void check(String path, Term term) {
        check(path, term, false);
    }

    /** The end that a verb gives. */
    void checkOfVerb(String path, Term term) {
        check(path, term, true);
    }

    private void check(String path, Term term, boolean verb) {
        var same = Points.anchors(term).anyMatch(Anchor.Same.class::isInstance);
        complaints.unless(!same || verb, path, "a limit without an anchor: only a verb can be counted from same");
        complaints.unless(!Points.isEmpty(term), path, "a limit without an anchor: the list is empty");
        Points.of(term).forEach(point -> checkPoint(path, point, verb));
        Points.periods(term).forEach(within -> checkPeriod(path, within));
    }

    /** @param recording whether a step is being recorded where the point is asked for */
    void checkPoint(String path, Point point, boolean recording) {
        if (point instanceof Point.Happening happening) {
            checkHappening(path, happening.name());
        } else if (point instanceof Point.Stated stated) {
            checkAttribute(path, stated.step(), stated.attribute(), Attribute.Type.DATE);
        } else if (point instanceof Point.Until until) {
            var step = names.step(until.step());
            complaints.unless(
                    step != null && step.kind() == Kind.FACT,
                    path,
                    "'" + until.step() + "' is not a fact of this definition; only a fact covers a period");
        } else if (point instanceof Point.EndOf end) {
            checkLimit(path, end.limit());
        } else {
            complaints.unless(recording, path, "'this': no step is being recorded here; name the day");
        }
    }

    void checkPeriod(String path, Within within) {
        if (within instanceof Within.Parameter asked) {
            var parameter = names.parameter(asked.name());
            complaints.unless(
                    parameter != null && parameter.isPeriod(),
                    path,
                    "'" + asked.name() + "' is not a parameter of type period");
        } else if (within instanceof Within.Stated stated) {
            checkAttribute(path, stated.step(), stated.attribute(), Attribute.Type.PERIOD);
        } else if (within instanceof Within.Delay delay) {
            checkLimit(path, delay.limit());
        }
    }

    void checkHappening(String path, String name) {
        complaints.unless(
                names.isHappening(name), path, "'" + name + "' is not a step or a named lapse of this definition");
    }

    private void checkLimit(String path, String name) {
        complaints.unless(names.limit(name) != null, path, "'" + name + "' is not a limit of this definition");
    }

    private void checkAttribute(String path, String step, String name, Attribute.Type type) {
        var attribute = names.attribute(step, name);
        complaints.unless(
                attribute != null && attribute.type() == type,
                path,
                "'" + step + "." + name + "' is not a " + Words.of(type) + " of a step");
    }
}
