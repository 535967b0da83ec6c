// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Late;
import org.jspecify.annotations.Nullable;

/** What events do to atoms, as far as it is known beforehand. */
final class Effects {

    private record Question(Cause cause, Atom atom) {}

    private final Definition definition;
    private final Translation translation;
    private final Causes causes;
    private final CaseValues values;
    private final LimitLives lives;
    private final Map<Question, Set<Change>> answers = new HashMap<>();
    private final Set<Question> beingAsked = new HashSet<>();

    Effects(Translation translation, Causes causes) {
        this.definition = translation.definition();
        this.translation = translation;
        this.causes = causes;
        this.values = new CaseValues(translation, causes, this);
        this.lives = new LimitLives(translation, this);
    }

    LimitLives lives() {
        return lives;
    }

    boolean initially(Atom atom) {
        return atom instanceof Atom.CaseValue value
                && value.values()
                        .contains(definition
                                .attributes()
                                .getOrDefault(value.attribute(), List.of(""))
                                .get(0));
    }

    /** Whether the atom is false at first and nothing can make it true. */
    boolean never(Atom atom) {
        return !initially(atom)
                && causes.all().stream().noneMatch(cause -> of(cause, atom).contains(Change.TRUE));
    }

    /** Whether a formula holds right after an event: true, false, or null where that is not known. */
    @Nullable
    Boolean after(Cause cause, Formula formula) {
        return Formula.value(formula, atom -> after(cause, atom));
    }

    /** Whether an atom is so right after an event: true, false, or null where that is not known. */
    @Nullable
    Boolean after(Cause cause, Atom atom) {
        var changes = of(cause, atom);
        if (changes.equals(Change.to(true))) {
            return true;
        } else if (changes.equals(Change.to(false)) || (!changes.contains(Change.TRUE) && never(atom))) {
            return false;
        }
        return null;
    }

    /** What may become of an atom when the event happens. */
    Set<Change> of(Cause cause, Atom atom) {
        var question = new Question(cause, atom);
        var known = answers.get(question);
        if (known != null) {
            return known;
        } else if (!beingAsked.add(question)) {
            return Change.UNKNOWN;
        }
        var answer = change(cause, atom);
        beingAsked.remove(question);
        answers.put(question, answer);
        return answer;
    }

    private Set<Change> change(Cause cause, Atom atom) {
        if (atom instanceof Atom.Happened happened) {
            return happened.name().equals(cause.name())
                    ? Change.to(true)
                    : forgotten(cause, happened.name(), happened.inside());
        } else if (atom instanceof Atom.Carries carries) {
            return carries(cause, carries);
        } else if (atom instanceof Atom.CaseValue value) {
            return values.assigned(cause, value);
        } else if (atom instanceof Atom.Open open) {
            return opened(cause, open.round());
        } else if (atom instanceof Atom.Lapsed lapsed) {
            return cause instanceof Cause.Lapse lapse && lapse.limit().name().equals(lapsed.limit())
                    ? Change.to(true)
                    : Set.of(Change.SAME);
        }
        return lives.running(cause, ((Atom.Running) atom).limit());
    }

    private Set<Change> carries(Cause cause, Atom.Carries atom) {
        if (cause instanceof Cause.Step step && step.type().name().equals(atom.step())) {
            return translation.asked().tells(step.type(), atom.attribute())
                    ? Change.to(atom.values().contains(step.values().getOrDefault(atom.attribute(), "")))
                    : Set.of(Change.TRUE, Change.FALSE);
        }
        return forgotten(cause, atom.step(), atom.inside());
    }

    /** An annulled step counts no more, and in a new round nothing has happened yet. */
    private static Set<Change> forgotten(Cause cause, String name, @Nullable String inside) {
        var gone = cause instanceof Cause.Step step
                && (name.equals(step.annuls())
                        || (inside != null && inside.equals(step.type().opens())));
        return gone ? Change.to(false) : Set.of(Change.SAME);
    }

    private Set<Change> opened(Cause cause, String round) {
        if (!(cause instanceof Cause.Step step)) {
            return Set.of(Change.SAME);
        } else if (round.equals(step.type().opens())) {
            return Change.to(true);
        } else if (annulsOpener(step, round)) {
            return Change.to(false);
        }
        var closed = closes(step, round);
        if (Objects.equals(closed, false)) {
            return Set.of(Change.SAME);
        }
        return closed != null && keeps(step, Late.Effect.CLOSES) ? Change.to(false) : Set.of(Change.FALSE, Change.SAME);
    }

    private @Nullable Boolean closes(Cause.Step step, String name) {
        for (var round : definition.rounds()) {
            if (round.name().equals(name)
                    && round.closedBy().contains(step.type().name())) {
                return after(step, translation.in(step.type().scope()).at(step).holds(round.when()));
            }
        }
        return false;
    }

    private boolean annulsOpener(Cause.Step step, String round) {
        var annulled = step.annuls();
        return annulled != null && causes.named(annulled).stream().anyMatch(other -> opens(other, round));
    }

    static boolean opens(Cause cause, String round) {
        return cause instanceof Cause.Step step && round.equals(step.type().opens());
    }

    /** Whether the event has that effect however late it comes. */
    boolean keeps(Cause cause, Late.Effect effect) {
        return !(cause instanceof Cause.Step step)
                || definition.limits().stream()
                        .flatMap(limit -> limit.late().getOrDefault(step.type().name(), List.of()).stream())
                        .allMatch(late -> late.effects().contains(effect));
    }
}
