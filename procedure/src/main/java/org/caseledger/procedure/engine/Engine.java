// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Plays one definition. A pure function: no clock, no locale, no zone library. Thread-safe. */
public final class Engine {

    private final Program program;
    private final StepOrder order;
    private final Vocabulary vocabulary;

    private Engine(Program program) {
        this.program = program;
        this.order = new StepOrder(program);
        this.vocabulary = new Vocabulary(program);
    }

    /**
     * An engine for cases that pin this definition and these calendars.
     *
     * @throws IllegalArgumentException if a calendar that the definition names is not among them
     */
    public static Engine of(Definition definition, List<Calendar> calendars) {
        return new Engine(new Program(definition, calendars));
    }

    /** The state of a case before its first step. */
    public CaseState initial() {
        return new CaseState(
                program,
                program.worlds().stream()
                        .map(world -> Marking.initial(program, false))
                        .toList(),
                null);
    }

    /** Reads a state from a header; the inverse of {@link CaseState#toJson}. */
    public CaseState read(CaseHeader header) {
        return StateReader.read(header.state(), program);
    }

    /** Applies a step after all that the state holds. The roles decide who may record it. */
    public Outcome apply(CaseState state, Roles roles, RecordedStep step) {
        var refused = checkRecorder(step, roles);
        if (refused != null) {
            return refused;
        }
        var last = state.last();
        if (last == null && !isOpening(step.record())) {
            return new Outcome.Refused(
                    Outcome.Reason.NOT_OPENING_STEP, step.record().step());
        }
        if (step.record().supersedes() != null || (last != null && order.compare(last, step.record()) > 0)) {
            return new Outcome.OutOfOrder();
        }
        var playback = Playback.from(program, state, roles);
        return outcome(playback.play(step), playback, step.record());
    }

    /**
     * Admits a late step or a correction: replays all steps in their order with the new one among them. It must stand
     * at its own place in at least one world; steps that the replay leaves without ground stay, flagged.
     *
     * @param recorded every step and correction of the case so far, in order of arrival
     */
    public Outcome admit(List<RecordedStep> recorded, Roles roles, RecordedStep step) {
        var refused = checkRecorder(step, roles);
        if (refused == null) {
            refused = checkCorrection(recorded, step);
        }
        if (refused != null) {
            return refused;
        }
        var all = new ArrayList<>(recorded);
        all.add(step);
        var live = LiveSteps.of(all, order);
        var playback = Playback.from(program, initial(), roles);
        Playback.Played own = null;
        for (var next : live) {
            var played = playback.play(next);
            if (next.record().command().equals(step.record().command())) {
                own = played;
            }
        }
        var last = live.isEmpty() ? null : live.get(live.size() - 1).record();
        if (own == null) {
            return new Outcome.Stands(new CaseState(program, playback.markings(), last), List.of());
        }
        return outcome(own, playback, Objects.requireNonNull(last));
    }

    /**
     * The state after all steps in their order, for a case that goes on under another version of its definition. A step
     * that this version does not know, or that has no ground in it, stays on record without effect.
     *
     * @param recorded every step and correction of the case, in order of arrival
     */
    public CaseState replay(List<RecordedStep> recorded, Roles roles) {
        var playback = Playback.from(program, initial(), roles);
        var live = LiveSteps.of(recorded, order).stream()
                .filter(step -> vocabulary.check(step.record()) == null)
                .toList();
        live.forEach(playback::play);
        return new CaseState(
                program,
                playback.markings(),
                live.isEmpty() ? null : live.get(live.size() - 1).record());
    }

    /**
     * What the record says as of a day.
     *
     * @param recorded every step and correction, in any order
     * @param asOf the day whose beginning of lapses and open duties is asked for
     * @param knownAt only what was recorded by the end of this day (UTC), or null for all
     */
    public Evaluation evaluate(List<RecordedStep> recorded, Roles roles, LocalDate asOf, @Nullable LocalDate knownAt) {
        var known = knownAt == null
                ? recorded
                : recorded.stream()
                        .filter(step -> !UndoneLapses.day(step).isAfter(knownAt))
                        .toList();
        var live = LiveSteps.of(known, order);
        while (!live.isEmpty()
                && live.get(live.size() - 1).record().occurredOn().isAfter(asOf)) {
            live.remove(live.size() - 1);
        }
        var playback = Playback.forView(program, roles);
        var played = playback.play(live, asOf);
        var told = new Evaluator.Told(
                Remarks.of(known, played),
                playback.mayHaveUndone() || hasCorrections(known) ? undone(known, roles, asOf, playback) : List.of(),
                new Unknowns(program, roles, asOf, live).find(played));
        return new Evaluator(playback, asOf).evaluate(knownAt, told);
    }

    private static boolean hasCorrections(List<RecordedStep> known) {
        for (var step : known) {
            if (step.record().supersedes() != null) {
                return true;
            }
        }
        return false;
    }

    private List<Evaluation.Undone> undone(List<RecordedStep> known, Roles roles, LocalDate asOf, Playback playback) {
        var concerned = known.stream()
                .filter(step -> step.record().supersedes() != null
                        || !step.record().occurredOn().isAfter(asOf))
                .toList();
        var undone = new ArrayList<Evaluation.Undone>();
        var still = UndoneLapses.lapsed(playback.preferred().marking());
        UndoneLapses.of(program, order, roles, concerned).forEach((stood, by) -> {
            if (!still.contains(stood) && !stood.passed().since().isAfter(asOf)) {
                undone.add(new Evaluation.Undone(
                        stood.limit().name(),
                        stood.instance(),
                        stood.passed().end(),
                        stood.passed().since(),
                        by));
            }
        });
        return undone;
    }

    /** What the same record says under two versions of a definition, before a case goes on under the second. */
    public static Comparison compare(
            Engine before, Engine after, List<RecordedStep> recorded, Roles roles, LocalDate asOf) {
        return new Comparison(
                before.evaluate(recorded, roles, asOf, null), after.evaluate(recorded, roles, asOf, null));
    }

    /**
     * The same as {@link #evaluate} from the state alone: what a worklist needs after a step in order. Without
     * remarks and history, which a state does not keep; as of no day before the last step.
     */
    public Evaluation outlook(CaseState state, Roles roles, LocalDate asOf) {
        var playback = Playback.from(program, state, roles);
        playback.advance(asOf);
        return new Evaluator(playback, asOf).evaluate(null, Evaluator.Told.NOTHING);
    }

    /**
     * Whether the limit of that round has lapsed in every world as of the day, with that end in the preferred world.
     * Of a limit that each member of a role has, round 1 asks whether any member's has lapsed.
     */
    public boolean lapsed(CaseState state, Roles roles, String limit, int round, LocalDate end, LocalDate asOf) {
        var playback = Playback.from(program, state, roles);
        playback.advance(asOf);
        var rule = program.limitOrNull(limit);
        var preferred = rule == null ? null : lapse(playback.markings().get(0), rule, round);
        return rule != null
                && preferred != null
                && end.equals(preferred.end())
                && playback.markings().stream().allMatch(marking -> lapse(marking, rule, round) != null);
    }

    /** Whether the record alone is well formed for this definition: vocabulary, attributes, references to come. */
    public Outcome.@Nullable Refused check(StepRecord step) {
        return vocabulary.check(step);
    }

    private Outcome outcome(Playback.Played played, Playback playback, StepRecord last) {
        var refusal = played.refusal();
        return refusal != null
                ? refusal
                : new Outcome.Stands(new CaseState(program, playback.markings(), last), played.flags());
    }

    private boolean isOpening(StepRecord step) {
        return program.definition().openingSteps().contains(step.step())
                && program.definition().openingRole().equals(step.role());
    }

    private Outcome.@Nullable Refused checkRecorder(RecordedStep step, Roles roles) {
        var refused = vocabulary.check(step.record());
        if (refused != null) {
            return refused;
        }
        return roles.holds(step.authority(), step.record().role())
                ? null
                : new Outcome.Refused(
                        Outcome.Reason.ROLE_DOES_NOT_OWN_STEP, step.record().role());
    }

    private static Outcome.@Nullable Refused checkCorrection(List<RecordedStep> recorded, RecordedStep step) {
        var target = step.record().supersedes();
        if (target == null) {
            return null;
        }
        var superseded = recorded.stream()
                .filter(candidate -> candidate.record().command().equals(target))
                .findFirst()
                .orElse(null);
        var replaced = recorded.stream()
                .anyMatch(candidate -> target.equals(candidate.record().supersedes()));
        if (superseded == null || replaced || superseded.record().withdrawal()) {
            return new Outcome.Refused(
                    Outcome.Reason.UNKNOWN_REFERENCE, step.record().step());
        }
        return superseded.authority().equals(step.authority())
                ? null
                : new Outcome.Refused(
                        Outcome.Reason.ROLE_DOES_NOT_OWN_STEP, step.record().role());
    }

    private static LimitMark.@Nullable Passed lapse(Marking marking, LimitRule limit, int round) {
        for (var frame : marking.of(limit.scope()).shown()) {
            var mark = frame.number() == round ? frame.limit(limit) : null;
            if (mark != null && mark.newestPassed() != null) {
                return mark.newestPassed();
            }
        }
        return null;
    }
}
