// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;

/** A take back case that was begun, and steps tried on it. */
final class Attempts {

    static final Map<String, String> EURODAC = Map.of("basis", "eurodac");

    private Attempts() {}

    static Story begun() {
        return Story.takeBack()
                .step("2015-03-07", "lodged", "requesting")
                .step("2015-03-09", "request", "requesting", EURODAC);
    }

    static Outcome attempt(Story story, String day, String step, String role, String authority) {
        return attempt(story, day, step, role, authority, Map.of());
    }

    static Outcome attempt(
            Story story, String day, String step, String role, String authority, Map<String, String> attributes) {
        return story.engine()
                .apply(story.fold(), story.roles(), recorded(story, day, step, role, authority, attributes));
    }

    static RecordedStep recorded(
            Story story, String day, String step, String role, String authority, Map<String, String> attributes) {
        return new RecordedStep(
                StepRecord.of(story.next(), step, role, LocalDate.parse(day), attributes),
                authority,
                Instant.parse(day + "T12:00:00Z"));
    }

    static Outcome refused(Outcome.Reason reason, String subject) {
        return new Outcome.Refused(reason, subject);
    }
}
