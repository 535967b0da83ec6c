// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;

/** The steps that stand once corrections are taken into account, in the order in which they are played. */
final class LiveSteps {

    private LiveSteps() {}

    static List<RecordedStep> of(List<RecordedStep> recorded, Comparator<StepRecord> order) {
        var superseded = new HashSet<CommandId>();
        for (var step : recorded) {
            if (step.record().supersedes() != null) {
                superseded.add(step.record().supersedes());
            }
        }
        var live = new ArrayList<RecordedStep>(recorded.size());
        for (var step : recorded) {
            if (!step.record().withdrawal()
                    && (superseded.isEmpty()
                            || !superseded.contains(step.record().command()))) {
                live.add(step);
            }
        }
        live.sort(Comparator.comparing(RecordedStep::record, order));
        return live;
    }
}
