// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.Verb;
import org.jspecify.annotations.Nullable;

/** Which events start limits, and which end them. */
final class LimitLives {

    private final Definition definition;
    private final Translation translation;
    private final Anchors anchors;
    private final Effects effects;

    LimitLives(Translation translation, Effects effects) {
        this.definition = translation.definition();
        this.translation = translation;
        this.anchors = new Anchors(definition);
        this.effects = effects;
    }

    /** Whether the limit may run after the event because of it. */
    boolean mayStart(Cause cause, Limit limit) {
        return limit.end().stream().anyMatch(alternative -> {
            var guard = guard(cause, limit, alternative);
            return !Objects.equals(effects.after(cause, guard), false)
                    && (anchors.isAnchor(cause, alternative.term(), false) || mayComeToHold(cause, guard));
        });
    }

    /** Whether the limit runs after the event, however the case stands, if it did not end before. */
    boolean surelyStarts(Cause cause, Limit limit) {
        for (var alternative : limit.end()) {
            var holds = effects.after(cause, guard(cause, limit, alternative));
            var anchored = anchors.isAnchor(cause, alternative.term(), true);
            if (Objects.equals(holds, true)) {
                return anchored;
            } else if (holds == null && !anchored && !impliesAnchor(limit, alternative)) {
                return false;
            }
        }
        return false;
    }

    /** Whether the event ends the limit: true, false, or null where that is not known. */
    @Nullable
    Boolean ends(Cause cause, Limit limit) {
        var recurs = limit.recurs() != null;
        if (cause instanceof Cause.Over over && over.limit().name().equals(limit.name())) {
            return true;
        } else if (cause instanceof Cause.Lapse lapse && lapse.limit().name().equals(limit.name())) {
            return !recurs && limit.lapse() != null;
        }
        Boolean ends = false;
        if (!recurs && cause instanceof Cause.Step step) {
            for (var met : limit.metBy()) {
                ends = met.step().equals(step.type().name()) ? or(ends, holds(cause, limit, met.when())) : ends;
            }
        }
        for (var verb : limit.verbs()) {
            if (verb instanceof Verb.Release release
                    && cause.name() != null
                    && release.after().contains(cause.name())) {
                var released = holds(cause, limit, release.when());
                ends = or(ends, effects.keeps(cause, Late.Effect.MOVES) ? released : unsure(released));
            }
        }
        return limit.scope() instanceof Scope.Round round ? or(ends, closes(cause, round.name())) : ends;
    }

    /** What may become of "the limit runs". */
    Set<Change> running(Cause cause, String name) {
        var limit = Objects.requireNonNull(definition.limit(name));
        var fresh = limit.scope() instanceof Scope.Round round && Effects.opens(cause, round.name());
        if (fresh && surelyStarts(cause, limit)) {
            return Change.to(true);
        }
        var ends = fresh ? Boolean.TRUE : ends(cause, limit);
        var changes = ends == null ? Set.of(Change.FALSE, Change.SAME) : ends ? Change.to(false) : Set.of(Change.SAME);
        return mayStart(cause, limit) ? Change.or(changes, Change.TRUE) : changes;
    }

    /** Whether the guard can only hold once something happened that the alternative is counted from. */
    private boolean impliesAnchor(Limit limit, Limit.Alternative alternative) {
        var names = Anchors.names(alternative.term());
        var guard = translation.in(limit.scope()).holds(alternative.when());
        return Clauses.of(guard).said().stream()
                .filter(clause -> clause.size() == 1)
                .map(clause -> clause.iterator().next())
                .filter(Formula.Literal::positive)
                .anyMatch(literal -> implies(literal.atom(), names));
    }

    private static boolean implies(Atom atom, List<String> names) {
        if (atom instanceof Atom.Happened happened) {
            return names.contains(happened.name());
        }
        return atom instanceof Atom.Carries carries && names.contains(carries.step());
    }

    private boolean mayComeToHold(Cause cause, Formula guard) {
        if (guard instanceof Formula.And and) {
            return and.of().stream().anyMatch(part -> mayComeToHold(cause, part));
        } else if (guard instanceof Formula.Or or) {
            return or.of().stream().anyMatch(part -> mayComeToHold(cause, part));
        }
        return guard instanceof Formula.Literal literal
                && effects.of(cause, literal.atom()).contains(literal.positive() ? Change.TRUE : Change.FALSE);
    }

    private Formula guard(Cause cause, Limit limit, Limit.Alternative alternative) {
        return asked(cause, limit).holds(alternative.when());
    }

    private @Nullable Boolean holds(Cause cause, Limit limit, @Nullable Condition when) {
        return effects.after(cause, asked(cause, limit).holds(when));
    }

    private Translation asked(Cause cause, Limit limit) {
        return translation.in(limit.scope()).at(cause instanceof Cause.Step step ? step : null);
    }

    private @Nullable Boolean closes(Cause cause, String round) {
        var open = effects.of(cause, new Atom.Open(round));
        return open.equals(Change.to(false)) ? Boolean.TRUE : unsure(open.contains(Change.FALSE));
    }

    private static @Nullable Boolean unsure(@Nullable Boolean value) {
        return Objects.equals(value, false) ? Boolean.FALSE : null;
    }

    private static @Nullable Boolean or(@Nullable Boolean one, @Nullable Boolean other) {
        if (Objects.equals(one, true) || Objects.equals(other, true)) {
            return true;
        }
        return (one == null || other == null) ? null : Boolean.FALSE;
    }
}
