// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;

/** The steps that stand once corrections are taken into account, in the order in which they are played. */
final class LiveSteps {

    private LiveSteps() {}

    static List<RecordedStep> of(List<RecordedStep> recorded, Comparator<StepRecord> order) {
        var superseded = recorded.stream()
                .map(step -> step.record().supersedes())
                .filter(Objects::nonNull)
                .map(CommandId::value)
                .collect(Collectors.toUnmodifiableSet());
        return recorded.stream()
                .filter(step -> !step.record().withdrawal())
                .filter(step -> !superseded.contains(step.record().command().value()))
                .sorted(Comparator.comparing(RecordedStep::record, order))
                .toList();
    }
}
