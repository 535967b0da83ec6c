// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;

/**
 * What follows from a timeline: each step is admitted as the ledger would, and those that stand are evaluated.
 *
 * @param refused steps that the ledger would not take
 */
public record TimelineEvaluation(Evaluation evaluation, List<Refused> refused) {
    private static final List<String> REFERENCES = List.of("annuls", "contests", "supersedes");

    /**
     * A step that the ledger would not take.
     *
     * @param place in the file, from 1
     * @param subject what the reason is about
     */
    public record Refused(int place, String step, String reason, String subject) {}

    /** @throws CommandException if the definition is unknown or a step malformed */
    public static TimelineEvaluation of(TimelineFile timeline, LocalDate asOf) {
        Library library = Library.shipped();
        Definition definition = library.definitions().stream()
                .filter(known -> known.pin().id().equals(timeline.definition()))
                .findFirst()
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE,
                        "There is no definition " + timeline.definition() + ". See caseledger procedure list."));
        Engine engine = Engine.of(definition, library.calendarsOf(definition));
        Roles roles = roles(timeline);
        List<RecordedStep> recorded = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (int place = 1; place <= timeline.steps().size(); place++) {
            RecordedStep step = step(timeline.steps().get(place - 1), place, roles);
            if (engine.admit(recorded, roles, step) instanceof Outcome.Refused refusal) {
                refused.add(new Refused(
                        place, step.record().step(), refusal.reason().name(), refusal.subject()));
            } else {
                recorded.add(step);
            }
        }
        return new TimelineEvaluation(engine.evaluate(recorded, roles, asOf, null), List.copyOf(refused));
    }

    private static Roles roles(TimelineFile timeline) {
        try {
            return Roles.of(timeline.roles());
        } catch (MalformedRecordException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "roles: " + e.getMessage() + ". Write a role and its authorities, e.g. AT-DUBLIN.",
                    e);
        }
    }

    private static RecordedStep step(ObjectNode given, int place, Roles roles) {
        try {
            ObjectNode json = given.deepCopy().put("v", 1).put("command", command(place));
            json.withObjectProperty("attributes");
            for (String reference : REFERENCES) {
                if (json.has(reference)) {
                    json.put(reference, command(json.path(reference).asInt()));
                }
            }
            StepRecord step = RecordCodec.readStep(json);
            String authority = roles.holders(step.role()).stream()
                    .findFirst()
                    .orElseThrow(() -> new CommandException(
                            ExitCode.USAGE, "steps, number " + place + ": nobody holds its role. Name one in roles."));
            return new RecordedStep(step, authority, Instant.EPOCH);
        } catch (MalformedRecordException | UnsupportedOperationException e) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "steps, number " + place + ": " + e.getMessage()
                            + ". Write it as the gateway's interface takes it.",
                    e);
        }
    }

    /** An id for a place in the file: evaluation needs ids, and a timeline in a file has none. */
    private static String command(int place) {
        return String.format("%032x", place);
    }
}
