// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The JSON of a step. */
final class StepCodec {

    private static final int VERSION = 1;
    private static final int HOURS_OF_OFFSET = 14;
    private static final Set<String> FIELDS = Set.of(
            "v",
            "command",
            "step",
            "role",
            "occurredOn",
            "attributes",
            "occurredAt",
            "ordinal",
            "until",
            "round",
            "annuls",
            "contests",
            "supersedes",
            "withdrawal",
            "reason",
            "irregularity");
    private static final Set<String> REASONS = Set.of("clerical-error", "wrong-date", "wrong-case", "did-not-happen");

    private static final Pattern INSTANT =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[+-][0-9]{2}:[0-9]{2}");
    private static final DateTimeFormatter INSTANT_FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private StepCodec() {}

    static ObjectNode toJson(StepRecord step) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("v", VERSION);
        json.put("command", step.command().value());
        json.put("step", step.step());
        json.put("role", step.role());
        json.put("occurredOn", step.occurredOn().toString());
        var attributes = json.putObject("attributes");
        step.attributes().forEach(attributes::put);
        put(json, "occurredAt", step.occurredAt() == null ? null : INSTANT_FORM.format(step.occurredAt()));
        if (step.ordinal() != null) {
            json.put("ordinal", step.ordinal());
        }
        put(json, "until", step.until());
        if (step.round() != null) {
            json.put("round", step.round());
        }
        put(json, "annuls", step.annuls());
        put(json, "contests", step.contests());
        put(json, "supersedes", step.supersedes());
        if (step.withdrawal()) {
            json.put("withdrawal", true);
        }
        put(json, "reason", step.reason());
        put(json, "irregularity", step.irregularity());
        return json;
    }

    static StepRecord read(JsonNode json) {
        var fields = Fields.of("step", json, FIELDS).version(VERSION);
        var attributes = fields.texts("attributes");
        attributes.forEach((name, value) -> {
            Forms.requireCode("attributes", name);
            Forms.requireAttributeValue(value);
        });
        return new StepRecord(
                fields.command("command"),
                fields.text("step"),
                fields.text("role"),
                fields.date("occurredOn"),
                fields.optional("occurredAt", name -> instant(name, fields.text(name))),
                fields.optional("ordinal", fields::integer),
                fields.optional("until", fields::date),
                fields.optional("round", fields::integer),
                attributes,
                fields.optional("annuls", fields::command),
                fields.optional("contests", fields::command),
                fields.optional("supersedes", fields::command),
                fields.marker("withdrawal"),
                fields.optional("reason", name -> reason(name, fields.text(name))),
                fields.optional("irregularity", fields::text));
    }

    private static String reason(String name, String text) {
        if (!REASONS.contains(text)) {
            throw new MalformedRecordException(name, "is not a reason of a correction");
        }
        return text;
    }

    private static OffsetDateTime instant(String name, String text) {
        try {
            if (INSTANT.matcher(text).matches()) {
                var instant = OffsetDateTime.parse(text, INSTANT_FORM);
                if (canonical(instant, text)) {
                    return instant;
                }
            }
        } catch (DateTimeParseException e) {
            throw new MalformedRecordException(name, "is not an instant of the calendar");
        }
        throw new MalformedRecordException(name, "is not of the form YYYY-MM-DDThh:mm:ss+hh:mm");
    }

    /** One instant, one text: {@code -00:00} and days that the calendar would move are refused. */
    private static boolean canonical(OffsetDateTime instant, String text) {
        var hours = Math.abs(instant.getOffset().getTotalSeconds())
                / ZoneOffset.ofHours(1).getTotalSeconds();
        return hours <= HOURS_OF_OFFSET && INSTANT_FORM.format(instant).equals(text);
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }
}
