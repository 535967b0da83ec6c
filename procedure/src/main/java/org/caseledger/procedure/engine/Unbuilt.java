// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.Period;
import java.util.List;
import java.util.SortedMap;
import org.caseledger.procedure.definition.Assignment;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.definition.Term;
import org.caseledger.procedure.definition.Within;
import org.jspecify.annotations.Nullable;

/** What the language has and this engine does not play yet: it says so instead of playing something else. */
final class Unbuilt {

    private Unbuilt() {}

    /** @throws UnsupportedOperationException if the definition uses what is not played */
    static void refuse(Definition definition) {
        require(definition.parameters().isEmpty(), "parameters");
        for (var step : definition.steps()) {
            require(step.includes().isEmpty() && step.excludes().isEmpty() && !step.startsExcluded(), "includes");
            require(step.sets().stream().noneMatch(Assignment::reopens), "reopens");
            require(
                    step.mayAnnul().stream().allMatch(annulment -> annulment.fromStart() && annulment.when() == null),
                    "guarded annulments and those from then on");
        }
        for (var limit : definition.limits()) {
            require(limit.calendar() == null, "calendar of a limit");
            require(limit.countryOf().equals(limit.by()), "country-of");
            require(limit.pause() == null, "pause");
            require(limit.recurs() == null, "recurs");
            require(limit.invocable() == null, "invocable");
            require(limit.lapse() == null || limit.lapse().notFor().isEmpty(), "not-for");
        }
    }

    static Period period(Within within) {
        if (within instanceof Within.Dates dates) {
            return dates.period();
        }
        throw unbuilt(within);
    }

    static String name(@Nullable Point point) {
        if (point instanceof Point.Happening happening) {
            return happening.name();
        }
        throw unbuilt(point);
    }

    static Term.LatestOf latestOf(Term term) {
        if (term instanceof Term.LatestOf latest) {
            return latest;
        }
        throw unbuilt(term);
    }

    static Term.Stated stated(Term term) {
        if (term instanceof Term.Stated stated) {
            return stated;
        }
        throw unbuilt(term);
    }

    static Condition.ForEach forEach(Condition condition) {
        if (condition instanceof Condition.ForEach each) {
            return each;
        }
        throw unbuilt(condition);
    }

    static SortedMap<String, String> values(Assignment assignment) {
        require(assignment.when() == null && !assignment.reopens(), "guards in what a lapse sets");
        return assignment.values();
    }

    static boolean hasEffectsWhenLate(Limit limit, StepType step) {
        var late = limit.late().getOrDefault(step.name(), List.of());
        if (late.isEmpty()) {
            return true;
        }
        var effects = late.get(0).effects();
        require(late.size() == 1 && late.get(0).when() == null, "guards of late steps");
        require(effects.isEmpty() || effects.size() == Late.FULL.size(), "some effects of a late step");
        return !effects.isEmpty();
    }

    private static void require(boolean built, String what) {
        if (!built) {
            throw unbuilt(what);
        }
    }

    private static UnsupportedOperationException unbuilt(@Nullable Object what) {
        return new UnsupportedOperationException("not played yet: " + what);
    }
}
