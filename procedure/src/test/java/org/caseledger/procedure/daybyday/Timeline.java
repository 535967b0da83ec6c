// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;

/** The records that count, in the order in which they happened. */
final class Timeline {

    private Timeline() {}

    static List<RecordedStep> ordered(Definition definition, List<RecordedStep> steps) {
        var corrected = steps.stream()
                .map(step -> step.record().supersedes())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return steps.stream()
                .filter(step -> !step.record().withdrawal()
                        && !corrected.contains(step.record().command()))
                .sorted(Comparator.comparing(RecordedStep::record, order(definition)))
                .toList();
    }

    private static Comparator<StepRecord> order(Definition definition) {
        return Comparator.comparing(StepRecord::occurredOn)
                .thenComparing(step -> step.occurredAt() == null)
                .thenComparing(step -> step.occurredAt() == null
                        ? Instant.EPOCH
                        : step.occurredAt().toInstant())
                .thenComparing(step -> step.ordinal() == null ? Integer.MAX_VALUE : step.ordinal())
                .thenComparing(step ->
                        Objects.requireNonNull(definition.step(step.step())).index())
                .thenComparing(StepRecord::role)
                .thenComparing(Timeline::canonical)
                .thenComparing(step -> step.command().value());
    }

    private static String canonical(StepRecord step) {
        var json = RecordCodec.toJson(step);
        json.remove(List.of("command", "supersedes", "reason"));
        return new String(CanonicalJson.write(json), StandardCharsets.UTF_8);
    }
}
