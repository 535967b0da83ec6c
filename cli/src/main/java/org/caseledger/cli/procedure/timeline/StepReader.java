// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.caseledger.cli.procedure.Nearest;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the steps of a timeline, one after the other; a reference names one that stands before. */
final class StepReader {
    /** What a step can carry beside its own attributes. */
    static final List<String> FIELDS = List.of(
            "date",
            "step",
            "role",
            "authority",
            "at",
            "until",
            "number",
            "round",
            "recorded",
            "id",
            "annuls",
            "contests",
            "corrects",
            "withdraws",
            "irregular",
            "attributes");

    private static final String CORRECTION = "recorded-wrongly";
    private static final String WITHDRAWAL = "did-not-happen";

    private final Definition definition;
    private final Authorities authorities;
    private final Problems problems;
    private final Map<String, Timeline.Step> byId = new HashMap<>();
    private int place;

    StepReader(Definition definition, Authorities authorities, Problems problems) {
        this.definition = definition;
        this.authorities = authorities;
        this.problems = problems;
    }

    /** The step, or null where it is not understood; that is a problem then. */
    Timeline.@Nullable Step read(Node node) {
        place++;
        Fields fields = Fields.of(node, problems, "a step is written as {date: 2026-07-01, step: name}.");
        int line = Problems.line(node.getStartMark());
        String id = fields.has("id") ? fields.text("id") : String.valueOf(place);
        Timeline.Step withdrawn = reference(fields, "withdraws");
        StepRecord record = withdrawn != null ? withdrawal(withdrawn, fields) : record(fields);
        if (record == null || id == null) {
            return null;
        }
        if (byId.containsKey(id)) {
            problems.add(fields.value("id"), "the id '" + id + "' is another step's; ids are given once.");
            return null;
        }
        String authority = withdrawn != null ? withdrawn.recorded().authority() : authority(fields, record.role());
        LocalDate recorded = Values.date(fields, "recorded", problems);
        if (authority == null) {
            return null;
        }
        LocalDate known = recorded == null ? record.occurredOn() : recorded;
        Timeline.Step step = new Timeline.Step(
                id,
                line,
                new RecordedStep(record, authority, known.atStartOfDay().toInstant(ZoneOffset.UTC)));
        byId.put(id, step);
        return step;
    }

    private @Nullable StepRecord record(Fields fields) {
        StepType type = type(fields);
        LocalDate date = Values.date(fields, "date", problems);
        if (!fields.has("date")) {
            problems.add(fields.node(), "'date' is missing; write the day such as date: 2026-07-01.");
        }
        if (type == null) {
            return null;
        }
        Attributes attributes = Attributes.read(fields, type, problems);
        List<String> known = new ArrayList<>(attributes.inline());
        FIELDS.stream().filter(field -> !known.contains(field)).forEach(known::add);
        fields.only(known, "in the step " + type.name());
        String role = role(fields, type);
        OffsetDateTime at = attributes.owns("at") ? null : Values.instant(fields, date, problems);
        LocalDate until = attributes.owns("until") ? null : Values.date(fields, "until", problems);
        Timeline.Step corrected = reference(fields, "corrects");
        if (date == null || role == null) {
            return null;
        }
        return build(
                fields,
                type,
                date,
                at,
                until,
                role,
                attributes,
                corrected == null ? null : corrected.recorded().record().command());
    }

    private @Nullable StepRecord build(
            Fields fields,
            StepType type,
            LocalDate date,
            @Nullable OffsetDateTime at,
            @Nullable LocalDate until,
            String role,
            Attributes attributes,
            @Nullable CommandId corrects) {
        Integer number = attributes.owns("number") ? null : Values.number(fields, "number", problems);
        Integer round = attributes.owns("round") ? null : Values.number(fields, "round", problems);
        String irregular = fields.text("irregular");
        try {
            return StepRecord.of(command(place), type.name(), role, date, attributes.values())
                    .change()
                    .occurredAt(at)
                    .ordinal(number)
                    .until(until)
                    .round(round)
                    .annuls(command(reference(fields, "annuls")))
                    .contests(command(reference(fields, "contests")))
                    .corrects(corrects, corrects == null ? null : CORRECTION)
                    .irregularity(irregular)
                    .done();
        } catch (MalformedRecordException e) {
            problems.add(fields.value(e.field()), e.getMessage() + ".");
            return null;
        }
    }

    private StepRecord withdrawal(Timeline.Step withdrawn, Fields fields) {
        fields.only(List.of("withdraws", "recorded", "id"), "where a step is withdrawn");
        StepRecord of = withdrawn.recorded().record();
        return of.change()
                .command(command(place))
                .corrects(of.command(), WITHDRAWAL)
                .withdrawal(true)
                .done();
    }

    private @Nullable StepType type(Fields fields) {
        String name = fields.text("step");
        List<String> known = definition.steps().stream().map(StepType::name).toList();
        if (name == null) {
            if (!fields.has("step")) {
                problems.add(
                        fields.node(),
                        "'step' is missing; see caseledger procedure show "
                                + definition.pin().id() + ".");
            }
            return null;
        }
        StepType type = definition.step(name);
        if (type == null) {
            boolean lapse = definition.limits().stream()
                    .anyMatch(limit ->
                            limit.lapse() != null && name.equals(limit.lapse().as()));
            String hint = Nearest.hint(name, known);
            problems.add(
                    fields.value("step"),
                    lapse
                            ? "'" + name + "' is nobody's step: it happens when its limit passes. Leave it out."
                            : "'" + name + "' is no step of " + definition.pin().id()
                                    + (hint.isEmpty() ? "; known are " + String.join(", ", known) + "." : hint));
        }
        return type;
    }

    /** The role that the file names, else the one that does the step, else the one that opens a case. */
    private @Nullable String role(Fields fields, StepType type) {
        String role = fields.text("role");
        if (role == null) {
            return Stream.of(type.by(), definition.openingRole())
                    .filter(type.recorders()::contains)
                    .filter(candidate -> !authorities.roles().holders(candidate).isEmpty())
                    .findFirst()
                    .orElse(type.recorders().get(0));
        } else if (!type.recorders().contains(role)) {
            problems.add(
                    fields.value("role"),
                    "the role '" + role + "' does not record " + type.name() + "; who does is "
                            + String.join(" or ", type.recorders()) + ".");
            return null;
        }
        return role;
    }

    private @Nullable String authority(Fields fields, String role) {
        List<String> holders = authorities.roles().holders(role);
        String word = fields.text("authority");
        if (word != null) {
            String holder = authorities.holder(role, word);
            if (holder == null) {
                problems.add(
                        fields.value("authority"),
                        "'" + word + "' does not hold the role " + role + "; see authorities above.");
            }
            return holder;
        } else if (holders.isEmpty()) {
            problems.add(
                    fields.node(),
                    "nobody holds the role " + role + " that records this; name a country for it"
                            + " under authorities.");
            return null;
        } else if (holders.size() > 1) {
            problems.add(
                    fields.node(),
                    "several hold the role " + role + "; say which of them with authority: "
                            + String.join(
                                    " or ",
                                    holders.stream()
                                            .map(holder -> String.valueOf(
                                                    authorities.names().get(holder)))
                                            .toList())
                            + ".");
            return null;
        }
        return holders.get(0);
    }

    /** The step that a field names by its id, by its place in the file, or by its name where no other has that. */
    private Timeline.@Nullable Step reference(Fields fields, String field) {
        String word = fields.text(field);
        if (word == null) {
            return null;
        }
        if (byId.containsKey(word)) {
            return byId.get(word);
        }
        List<Timeline.Step> named = byId.values().stream()
                .filter(step -> step.recorded().record().step().equals(word))
                .toList();
        if (named.size() != 1) {
            problems.add(
                    fields.value(field),
                    named.isEmpty()
                            ? "'" + word + "' is the id of no step before this one; give that step an id and name it."
                            : "several steps are called '" + word + "'; give the one that is meant an id and name it.");
            return null;
        }
        return named.get(0);
    }

    private static @Nullable CommandId command(Timeline.@Nullable Step step) {
        return step == null ? null : step.recorded().record().command();
    }

    /** An id for a place in the file: evaluation needs ids, and a timeline in a file has none of their form. */
    private static CommandId command(int place) {
        return new CommandId(String.format("%032x", place));
    }
}
