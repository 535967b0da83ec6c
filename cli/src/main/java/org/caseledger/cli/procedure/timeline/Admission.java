// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;

/**
 * Which steps of a timeline stand. A file may list them in any order, and it need not say that a step was unlawful: each
 * step is asked again when others stand, and gets its irregularity code only where nothing else lets it stand.
 */
final class Admission {
    /** A record carries one code; a step that needs more cannot be told. */
    private static final int CODES = 3;

    private final Engine engine;
    private final Timeline timeline;
    private final List<RecordedStep> standing = new ArrayList<>();
    private final Map<Integer, Outcome.Refused> refusals = new TreeMap<>();
    private final List<Integer> waiting = new ArrayList<>();

    private Admission(Engine engine, Timeline timeline) {
        this.engine = engine;
        this.timeline = timeline;
        for (int i = 0; i < timeline.steps().size(); i++) {
            waiting.add(i);
        }
        waiting.sort(Comparator.comparing((Integer i) -> recorded(i).record().supersedes() != null)
                .thenComparing(i -> recorded(i).record().occurredOn()));
    }

    /** @param refused by place in the timeline */
    record Result(List<RecordedStep> standing, Map<Integer, Outcome.Refused> refused) {}

    static Result of(Engine engine, Timeline timeline) {
        Admission admission = new Admission(engine, timeline);
        do {
            admission.admitAll();
        } while (admission.admitIrregular());
        return new Result(admission.standing, admission.refusals);
    }

    private void admitAll() {
        boolean changed = true;
        while (changed) {
            changed = waiting.removeIf(place -> admit(place, recorded(place)));
        }
    }

    /** Lets the first step stand that needs a code. */
    private boolean admitIrregular() {
        for (Integer place : waiting) {
            RecordedStep step = recorded(place);
            for (int tries = 0; tries < CODES; tries++) {
                Outcome.Refused refusal = refusals.get(place);
                if (refusal == null || refusal.reason() != Outcome.Reason.NEEDS_IRREGULARITY_CODE) {
                    break;
                }
                step = new RecordedStep(
                        irregular(step.record(), refusal.subject()), step.authority(), step.recordedAt());
                if (admit(place, step)) {
                    waiting.remove(place);
                    return true;
                }
            }
        }
        return false;
    }

    private boolean admit(int place, RecordedStep step) {
        if (engine.admit(standing, timeline.roles(), step) instanceof Outcome.Refused refusal) {
            refusals.put(place, refusal);
            return false;
        }
        refusals.remove(place);
        standing.add(step);
        return true;
    }

    private RecordedStep recorded(int place) {
        return timeline.steps().get(place).recorded();
    }

    private static StepRecord irregular(StepRecord step, String code) {
        return step.change().irregularity(code).done();
    }
}
