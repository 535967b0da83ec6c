// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.jspecify.annotations.Nullable;

/** The remarks on the steps of a case. */
final class Remarks {

    private Remarks() {}

    static List<Evaluation.Remark> of(List<RecordedStep> known, List<Playback.Played> played) {
        var contested = known.stream()
                .map(step -> step.record().contests())
                .filter(Objects::nonNull)
                .map(CommandId::value)
                .collect(Collectors.toUnmodifiableSet());
        var remarks = new ArrayList<Evaluation.Remark>();
        for (var each : played) {
            for (var flag : each.flags()) {
                remarks.add(remark(each, flag));
            }
            if (contested.contains(each.step().record().command().value())) {
                remarks.add(remark(
                        each,
                        new Outcome.Flag(
                                Outcome.Flag.Kind.CONTESTED,
                                each.step().record().step())));
            }
        }
        return remarks;
    }

    private static Evaluation.Remark remark(Playback.Played played, Outcome.Flag flag) {
        var step = played.step().record();
        return new Evaluation.Remark(
                step.command(), step.step(), step.occurredOn(), flag, because(played.refusal(), flag));
    }

    private static String because(Outcome.@Nullable Refused refusal, Outcome.Flag flag) {
        return switch (flag.kind()) {
            case LATE -> "it came after the end of the limit " + flag.subject();
            case UNLAWFUL -> "the law forbade it then: " + flag.subject();
            case GAP ->
                "what it needs must have happened and is not recorded for that day or before; its effects are taken as given";
            case NO_EFFECT_IN_SOME_WORLD -> "under one reading of the law it could not happen then";
            case WITHOUT_GROUND ->
                "what it needs is no longer there"
                        + (refusal == null ? "" : ": " + refusal.reason() + " " + refusal.subject());
            case CONTESTED -> "a later fact contests it";
        };
    }
}
