// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.Comparator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Where a guard is asked: a world's marking, the instance it is asked in, and the step being recorded. */
final class Situation {

    private final Program program;
    private final Marking marking;
    private final Frame frame;
    private final @Nullable StepRecord trigger;
    private final Roles roles;

    /** @param trigger the step being recorded, or null where a lapse or the calendar asks */
    Situation(Program program, Marking marking, Frame frame, @Nullable StepRecord trigger, Roles roles) {
        this.program = program;
        this.marking = marking;
        this.frame = frame;
        this.trigger = trigger;
        this.roles = roles;
    }

    Program program() {
        return program;
    }

    Marking marking() {
        return marking;
    }

    Frame frame() {
        return frame;
    }

    @Nullable
    StepRecord trigger() {
        return trigger;
    }

    Roles roles() {
        return roles;
    }

    Situation in(Frame other) {
        return new Situation(program, marking, other, trigger, roles);
    }

    boolean holds(@Nullable Condition condition) {
        if (condition == null) {
            return true;
        } else if (condition instanceof Condition.Happened happened) {
            return newest(happened.name()) != null;
        } else if (condition instanceof Condition.Holds holds) {
            var value = value(holds);
            return value != null && holds.values().contains(value);
        } else if (condition instanceof Condition.Present present) {
            return trigger != null && trigger.attributes().containsKey(present.attribute());
        } else if (condition instanceof Condition.Any any) {
            return any.of().stream().anyMatch(this::holds);
        } else if (condition instanceof Condition.All all) {
            return all.of().stream().allMatch(this::holds);
        } else if (condition instanceof Condition.Not not) {
            return !holds(not.of());
        } else if (condition instanceof Condition.AnyOpen open) {
            return marking.frames(open.round()).stream()
                    .anyMatch(round -> round.open() && in(round).holds(open.where()));
        } else if (condition instanceof Condition.LapsedLimit lapsed) {
            return lapsed(lapsed.limit());
        }
        return forEach(Unbuilt.forEach(condition));
    }

    /** The newest occurrence that counts, as seen from here. */
    @Nullable
    Occurrence newest(String name) {
        return seen(name, Frame::latests)
                .filter(Occurrence::counts)
                .reduce((a, b) -> b.on().isBefore(a.on()) ? a : b)
                .orElse(null);
    }

    /** The first occurrence with effect, as seen from here. */
    @Nullable
    Occurrence first(String name) {
        return seen(name, Frame::firsts)
                .min(Comparator.comparing(Occurrence::on))
                .orElse(null);
    }

    private Stream<Occurrence> seen(String name, Function<Frame, SortedMap<String, Occurrence>> occurrences) {
        var home = program.home(name);
        var frames = home.equals(frame.key().scope())
                ? Stream.of(frame)
                : marking.frames().stream()
                        .filter(candidate -> candidate == marking.caseFrame()
                                || candidate.key().scope().equals(home));
        return frames.map(candidate -> occurrences.apply(candidate).get(name)).filter(Objects::nonNull);
    }

    private @Nullable String value(Condition.Holds holds) {
        var step = holds.step();
        if (step == null) {
            return trigger == null ? null : trigger.attributes().get(holds.attribute());
        }
        if (step.equals(Program.CASE)) {
            return program.value(marking, holds.attribute());
        }
        var occurrence = newest(step);
        return occurrence == null ? null : occurrence.attributes().get(holds.attribute());
    }

    private boolean lapsed(String limit) {
        return marking.frames().stream()
                .map(candidate -> candidate.limits().get(limit))
                .anyMatch(mark -> mark != null && mark.lapsedOn() != null);
    }

    private boolean forEach(Condition.ForEach each) {
        var holders = roles.holders(each.role());
        return !holders.isEmpty()
                && holders.stream().allMatch(authority -> {
                    var member = marking.frame(Frame.Key.member(each.role(), authority));
                    return member != null && in(member).holds(each.is());
                });
    }
}
