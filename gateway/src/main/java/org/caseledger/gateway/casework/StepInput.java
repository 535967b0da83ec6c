// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.StepRecord;

/** Turns a step of the REST interface into the ledger's record: a command id, and commands for entry numbers. */
final class StepInput {

    private static final List<String> REFERENCES = List.of("annuls", "contests", "supersedes");

    private StepInput() {}

    /** Whether the step refers to entries of its case. */
    static boolean refers(JsonNode step) {
        return REFERENCES.stream().anyMatch(step::has);
    }

    /** @param commands the command of an entry by its number */
    static StepRecord read(JsonNode step, String command, IntFunction<String> commands) {
        ObjectNode record = step.deepCopy();
        record.put("v", 1).put("command", command);
        for (var reference : REFERENCES) {
            if (record.has(reference)) {
                record.put(reference, commands.apply(record.path(reference).asInt()));
            }
        }
        try {
            return RecordCodec.readStep(record);
        } catch (MalformedRecordException malformed) {
            throw new ProblemException(ProblemCode.FIELD_MALFORMED, Map.of("field", malformed.field()));
        } catch (DateTimeException noSuchDay) {
            throw new ProblemException(ProblemCode.FIELD_MALFORMED, Map.of("field", "occurredOn"));
        }
    }
}
