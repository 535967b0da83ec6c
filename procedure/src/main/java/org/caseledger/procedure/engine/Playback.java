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

    private final Program program;
    private final Vocabulary vocabulary;
    private final List<Player> players = new ArrayList<>();
    private boolean suspects;
    private boolean suspicious;
    private @Nullable LocalDate lastArrival;

    private Playback(Program program) {
        this.program = program;
        this.vocabulary = new Vocabulary(program);
    }

    /** Plays on from a state, which is not changed; one of another engine is read by its JSON. */
    static Playback from(Program program, CaseState given, Roles roles) {
        var playback = new Playback(program);
        var state = given.isOf(program) ? given : StateReader.read(given.toJson(), program);
        for (int i = 0; i < program.worlds().size(); i++) {
            var marking = state.worlds().get(i).copy();
            playback.players.add(new Player(program, i, marking, roles, Journal.none(), state.last()));
        }
        return playback;
    }

    /** Plays a case from its beginning, for a view: with what happened to limits, and rounds that are over. */
    static Playback forView(Program program, Roles roles) {
        var playback = new Playback(program);
        playback.suspects = true;
        for (int i = 0; i < program.worlds().size(); i++) {
            var journal = i == 0 ? Journal.keeping() : Journal.none();
            playback.players.add(new Player(program, i, Marking.initial(program, true), roles, journal, null));
        }
        return playback;
    }

    /** What became of one step: its grounds in every world, in the order of the worlds. */
    record Played(RecordedStep step, List<Grounds> grounds) {

        /** Its refusal in the preferred world if no world lets it stand, else null. */
        Outcome.@Nullable Refused refusal() {
            for (var ground : grounds) {
                if (ground instanceof Grounds.Given) {
                    return null;
                }
            }
            return ((Grounds.Missing) grounds.get(0)).refusal();
        }

        /** What is to be known about it, over all worlds and without repetition. */
        List<Outcome.Flag> flags() {
            if (refusal() != null) {
                return List.of(new Outcome.Flag(
                        Outcome.Flag.Kind.WITHOUT_GROUND, step.record().step()));
            }
            List<Outcome.Flag> flags = List.of();
            for (var ground : grounds) {
                var more = ground instanceof Grounds.Given given
                        ? given.flags()
                        : List.of(new Outcome.Flag(
                                Outcome.Flag.Kind.NO_EFFECT_IN_SOME_WORLD,
                                step.record().step()));
                flags = more.isEmpty() || more.equals(flags) ? flags : joined(flags, more);
            }
            return flags;
        }

        private static List<Outcome.Flag> joined(List<Outcome.Flag> some, List<Outcome.Flag> more) {
            var all = new ArrayList<>(some);
            all.addAll(more);
            return all.stream().distinct().toList();
        }
    }

    /** Plays a step in every world; one that this definition does not know has no ground in any. */
    Played play(RecordedStep step) {
        if (suspects) {
            suspect(step);
        }
        var rule = program.stepOrNull(step.record().step());
        var refusal = vocabulary.check(step.record(), rule);
        var grounds = new ArrayList<Grounds>(players.size());
        for (var player : players) {
            grounds.add(
                    refusal == null ? player.play(step, Objects.requireNonNull(rule)) : new Grounds.Missing(refusal));
        }
        return new Played(step, grounds);
    }

    /**
     * Whether a step could have undone a lapse: one that came out of order, or one that arrived when a limit had passed
     * by what was known.
     */
    boolean mayHaveUndone() {
        return suspicious;
    }

    private void suspect(RecordedStep step) {
        var day = UndoneLapses.day(step);
        suspicious |= lastArrival != null && day.isBefore(lastArrival);
        lastArrival = day;
        if (!suspicious && day.isAfter(step.record().occurredOn())) {
            players.get(0).advance(step.record().occurredOn());
            var next = players.get(0).nextLapse();
            suspicious = next != null && !next.isAfter(day);
        }
    }

    void advance(LocalDate day) {
        for (var player : players) {
            player.advance(day);
        }
    }

    List<Marking> markings() {
        var markings = new ArrayList<Marking>(players.size());
        for (var player : players) {
            markings.add(player.marking());
        }
        return markings;
    }

    List<Player> players() {
        return players;
    }

    /** The preferred world. */
    Play preferred() {
        return players.get(0).play();
    }
}
