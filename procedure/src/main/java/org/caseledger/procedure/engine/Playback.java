// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.jspecify.annotations.Nullable;

/** A case being played in all worlds at once. */
final class Playback {

    private final List<Player> players = new ArrayList<>();
    private final List<Journal> journals = new ArrayList<>();

    private final Vocabulary vocabulary;

    private Playback(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    static Playback from(Program program, CaseState state, Roles roles, boolean journals) {
        var playback = new Playback(new Vocabulary(program));
        for (int i = 0; i < program.worlds().size(); i++) {
            var journal = journals ? Journal.keeping() : Journal.none();
            playback.journals.add(journal);
            playback.players.add(new Player(
                    program, program.worlds().get(i), state.worlds().get(i).copy(), roles, journal, state.last()));
        }
        return playback;
    }

    /** What became of one step: its grounds in every world, in the order of the worlds. */
    record Played(RecordedStep step, List<Grounds> grounds) {

        /** Its refusal in the preferred world if no world lets it stand, else null. */
        Outcome.@Nullable Refused refusal() {
            return grounds.stream().allMatch(Grounds.Missing.class::isInstance)
                    ? ((Grounds.Missing) grounds.get(0)).refusal()
                    : null;
        }

        /** What is to be known about it, over all worlds and without repetition. */
        List<Outcome.Flag> flags() {
            if (refusal() != null) {
                return List.of(new Outcome.Flag(
                        Outcome.Flag.Kind.WITHOUT_GROUND, step.record().step()));
            }
            var flags = new ArrayList<Outcome.Flag>();
            for (var ground : grounds) {
                if (ground instanceof Grounds.Given given) {
                    flags.addAll(given.flags());
                } else {
                    flags.add(new Outcome.Flag(
                            Outcome.Flag.Kind.NO_EFFECT_IN_SOME_WORLD,
                            step.record().step()));
                }
            }
            return flags.stream().distinct().toList();
        }
    }

    /** Plays a step in every world; one that this definition does not know has no ground in any. */
    Played play(RecordedStep step) {
        var refusal = vocabulary.check(step.record());
        if (refusal != null) {
            var missing = new Grounds.Missing(refusal);
            return new Played(
                    step, players.stream().<Grounds>map(player -> missing).toList());
        }
        return new Played(
                step, players.stream().map(player -> player.play(step)).toList());
    }

    void advance(LocalDate day) {
        players.forEach(player -> player.advance(day));
    }

    List<Marking> markings() {
        return players.stream().map(Player::marking).toList();
    }

    /** What happened to the limits in the preferred world. */
    Journal journal() {
        return Objects.requireNonNull(journals.get(0));
    }
}
