// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.List;
import java.util.Objects;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Scope;
import org.jspecify.annotations.Nullable;

/** The events of limits: a duty that is included and pending while the limit runs, and its lapse. */
final class Duties {

    private final Definition definition;
    private final Causes causes;
    private final Effects effects;
    private final GraphBuilder builder;

    Duties(Definition definition, Causes causes, Effects effects, GraphBuilder builder) {
        this.definition = definition;
        this.causes = causes;
        this.effects = effects;
        this.builder = builder;
    }

    static String id(String limit) {
        return limit + ".due";
    }

    void add(Limit limit) {
        var duty = id(limit.name());
        builder.gate(duty, duty, isOnce(limit) && !(limit.scope() instanceof Scope.Round));
        var lapse = causes.lapse(limit);
        if (lapse != null) {
            builder.event(lapse.id(), lapse.id(), List.of(), false);
        }
        var over = causes.over(limit);
        if (over != null) {
            builder.event(over.id(), over.id(), List.of(), false);
        }
        for (var cause : causes.all()) {
            owe(limit, cause, duty);
            pass(limit, cause, lapse);
            pass(limit, cause, over);
        }
    }

    /** Whether the duty is never pending unless the limit runs. */
    boolean isExact(String name) {
        var limit = Objects.requireNonNull(definition.limit(name));
        return isOnce(limit)
                && limit.recurs() == null
                && (limit.lapse() != null || causes.lapse(limit) == null)
                && causes.all().stream()
                        .filter(cause -> lives().mayStart(cause, limit))
                        .allMatch(cause -> lives().surelyStarts(cause, limit)
                                && effects.keeps(cause, Late.Effect.ANCHORS)
                                && !isAnnulled(cause))
                && causes.all().stream().allMatch(cause -> lives().ends(cause, limit) != null);
    }

    private void owe(Limit limit, Cause cause, String duty) {
        var starts = lives().surelyStarts(cause, limit);
        if (starts) {
            builder.relate(DcrRelation.Kind.RESPONSE, cause.id(), duty);
        }
        if (isOnce(limit) ? begins(limit, cause) : starts) {
            builder.relate(DcrRelation.Kind.INCLUDE, cause.id(), duty);
        } else if (Objects.equals(lives().ends(cause, limit), true) || begins(limit, cause)) {
            builder.relate(DcrRelation.Kind.EXCLUDE, cause.id(), duty);
        }
    }

    private void pass(Limit limit, Cause cause, @Nullable Cause passing) {
        if (passing == null) {
            return;
        }
        var itself = passing.equals(cause) && limit.recurs() == null;
        if (lives().mayStart(cause, limit)) {
            builder.relate(DcrRelation.Kind.INCLUDE, cause.id(), passing.id());
        } else if (itself || Objects.equals(lives().ends(cause, limit), true) || begins(limit, cause)) {
            builder.relate(DcrRelation.Kind.EXCLUDE, cause.id(), passing.id());
        }
    }

    /** Whether the duty is there from the beginning of an instance, so that what ended does not start again in it. */
    private boolean isOnce(Limit limit) {
        return !(limit.scope() instanceof Scope.Round)
                || causes.all().stream().filter(cause -> begins(limit, cause)).allMatch(cause -> lives().surelyStarts(
                                cause, limit));
    }

    private static boolean begins(Limit limit, Cause cause) {
        return limit.scope() instanceof Scope.Round round && Effects.opens(cause, round.name());
    }

    private boolean isAnnulled(Cause cause) {
        return causes.all().stream()
                .anyMatch(other -> other instanceof Cause.Step step
                        && step.annuls() != null
                        && step.annuls().equals(cause.name()));
    }

    private LimitLives lives() {
        return effects.lives();
    }
}
