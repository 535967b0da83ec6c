// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Verb;
import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/** Restarts, revises, extends and releases the limits of one world. */
final class LimitVerbs {

    private final Program program;
    private final Marking marking;
    private final Journal journal;

    LimitVerbs(Program program, Marking marking, Journal journal) {
        this.program = program;
        this.marking = marking;
        this.journal = journal;
    }

    /** Lets a step or a named lapse do to limits what the definition says. */
    void trigger(Situation situation, String name, @Nullable CommandId command, LocalDate day) {
        for (var limit : program.definition().limits()) {
            for (int i = 0; i < limit.verbs().size(); i++) {
                var verb = limit.verbs().get(i);
                if (verb.after().contains(name)) {
                    for (var frame : program.instances(marking, limit)) {
                        if (concerns(situation.frame(), frame)) {
                            change(new VerbCall(limit, verb, i, frame, command, day), situation);
                        }
                    }
                }
            }
        }
    }

    private record VerbCall(
            Limit limit,
            Verb verb,
            int index,
            Frame frame,
            @Nullable CommandId command,
            LocalDate day) {}

    private static boolean concerns(Frame trigger, Frame instance) {
        return instance.key().equals(Frame.Key.CASE)
                || !instance.key().scope().equals(trigger.key().scope())
                || instance == trigger;
    }

    private void change(VerbCall call, Situation situation) {
        var mark = call.frame().limits().get(call.limit().name());
        if (mark == null) {
            return;
        }
        var obstacle = Explanation.obstacle(mark, call.verb(), situation, call.day());
        var changed = obstacle == null ? changed(call, mark, situation.in(call.frame())) : null;
        if (changed != null) {
            call.frame().limits().put(call.limit().name(), changed);
        }
        var effective = changed != null;
        var because = obstacle != null
                ? obstacle
                : effective ? call.verb().source().text() : "what it states does not give an end";
        journal.change(
                call.limit().name(),
                call.frame().key(),
                call.verb().word(),
                call.command(),
                call.day(),
                (changed == null ? mark : changed).end(),
                effective,
                because);
    }

    private @Nullable LimitMark changed(VerbCall call, LimitMark mark, Situation situation) {
        var counting = Counting.of(situation, call.limit());
        if (call.verb() instanceof Verb.Restart restart) {
            var restarted = counting.restart(call.limit(), Unbuilt.name(restart.from()), call.index());
            return restarted == null ? null : mark.withAnchor(restarted);
        } else if (call.verb() instanceof Verb.Revise revise) {
            var end = counting.end(revise.end(), mark.anchorOn());
            return end == null ? null : mark.withEnd(end.day(), end.certain(), call.index());
        } else if (call.verb() instanceof Verb.Extend extend) {
            var end = mark.end() == null ? null : counting.later(mark.end(), Unbuilt.period(extend.by()));
            return end == null ? null : mark.withEnd(end.day(), end.certain() && mark.certain(), call.index());
        }
        return mark.released(call.day());
    }
}
