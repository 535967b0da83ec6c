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

    /**
     * Plays a case from its beginning, for a view: with what happened to limits, and rounds that are over. Only the
     * preferred world, as long as nothing told the others apart from it.
     */
    static Playback forView(Program program, Roles roles) {
        var playback = new Playback(program);
        playback.suspects = true;
        playback.players.add(new Player(program, 0, Marking.initial(program, true), roles, Journal.keeping(), null));
        return playback;
    }

    /** Plays a whole case up to the morning of a day, for a view. */
    List<Played> play(List<RecordedStep> steps, LocalDate day) {
        var played = new ArrayList<Played>(steps.size());
        for (var step : steps) {
            played.add(play(step));
        }
        advance(day);
        if (preferred().readings().asked()) {
            playOthers(played, day);
        }
        return played;
    }

    private void playOthers(List<Played> played, LocalDate day) {
        var others = new ArrayList<Player>();
        for (int i = 1; i < program.worlds().size(); i++) {
            others.add(new Player(
                    program, i, Marking.initial(program, true), preferred().roles(), Journal.none(), null));
        }
        for (var each : played) {
            play(each, others);
        }
        for (var other : others) {
            other.advance(day);
        }
        players.addAll(others);
    }

    /** What became of one step: its grounds in every world that was played, in the order of the worlds. */
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
        var played = new Played(step, new ArrayList<>(program.worlds().size()));
        play(played, players);
        return played;
    }

    private void play(Played played, List<Player> worlds) {
        var record = played.step().record();
        var rule = program.stepOrNull(record.step());
        var refusal = vocabulary.check(record, rule);
        for (var world : worlds) {
            played.grounds()
                    .add(
                            refusal == null
                                    ? world.play(played.step(), Objects.requireNonNull(rule))
                                    : new Grounds.Missing(refusal));
        }
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

    /** Of every world; one that nothing told apart from the preferred one is as that. */
    List<Marking> markings() {
        var markings = new ArrayList<Marking>(program.worlds().size());
        for (int i = 0; i < program.worlds().size(); i++) {
            markings.add(players.get(i < players.size() ? i : 0).marking());
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
