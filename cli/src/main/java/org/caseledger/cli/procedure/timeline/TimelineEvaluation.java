// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import java.time.LocalDate;
import java.util.List;
import org.caseledger.cli.procedure.words.Reasons;
import org.caseledger.cli.procedure.words.Spell;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.library.Library;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a timeline: each step is admitted as the ledger would, and those that stand are evaluated.
 *
 * @param refused steps that the ledger would not take; they change nothing
 */
public record TimelineEvaluation(Timeline timeline, Evaluation evaluation, List<Refused> refused) {
    public TimelineEvaluation {
        refused = List.copyOf(refused);
    }

    /**
     * A step that the ledger would not take.
     *
     * @param id as the file calls it
     * @param line in the file
     * @param because the reason in words
     */
    public record Refused(String id, int line, String step, LocalDate date, String reason, String because) {}

    /** @param knownAt only what was recorded by the end of that day, or null for all */
    public static TimelineEvaluation of(
            Library library, Timeline timeline, LocalDate asOf, @Nullable LocalDate knownAt) {
        Engine engine = Engine.of(timeline.definition(), library.calendarsOf(timeline.definition()));
        Admission.Result admitted = Admission.of(engine, timeline);
        Reasons reasons = Reasons.of(timeline.definition());
        List<Refused> refused = admitted.refused().entrySet().stream()
                .map(refusal -> {
                    Timeline.Step step = timeline.steps().get(refusal.getKey());
                    return new Refused(
                            step.id(),
                            step.line(),
                            step.recorded().record().step(),
                            step.recorded().record().occurredOn(),
                            Spell.word(refusal.getValue().reason()),
                            reasons.refusal(step.recorded().record(), refusal.getValue()));
                })
                .toList();
        return new TimelineEvaluation(
                timeline, engine.evaluate(admitted.standing(), timeline.roles(), asOf, knownAt), refused);
    }
}
