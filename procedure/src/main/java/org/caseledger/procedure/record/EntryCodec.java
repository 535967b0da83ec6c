// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;

/** The JSON of an entry of a case's history. */
final class EntryCodec {

    private static final int VERSION = 1;
    private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private EntryCodec() {}

    static ObjectNode toJson(Entry entry) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("v", VERSION);
        if (entry.prev() != null) {
            json.put("prev", entry.prev().value());
        }
        json.put("by", entry.by());
        json.put("at", TIMESTAMP.format(entry.at()));
        json.put("kind", entry.content().kind());
        json.set("record", record(entry.content()));
        return json;
    }

    static Entry read(JsonNode json) {
        var fields = Fields.of("entry", json, Set.of("v", "prev", "by", "at", "kind", "record"))
                .version(VERSION);
        return new Entry(
                fields.optional("prev", fields::command),
                fields.text("by"),
                timestamp(fields.text("at")),
                content(fields.text("kind"), fields.node("record")));
    }

    private static ObjectNode record(Entry.Content content) {
        if (content instanceof Entry.Step step) {
            return StepCodec.toJson(step.step());
        }
        var json = JsonNodeFactory.instance.objectNode();
        json.put("command", content.command().value());
        if (content instanceof Entry.Party party) {
            json.put("role", party.role()).put("authority", party.authority());
        } else if (content instanceof Entry.Lapse lapse) {
            json.put("limit", lapse.limit())
                    .put("round", lapse.round())
                    .put("end", lapse.end().toString());
        } else if (content instanceof Entry.Adoption adoption) {
            json.put("definition", adoption.definition()).put("hash", adoption.hash());
        }
        return json;
    }

    private static Entry.Content content(String kind, JsonNode record) {
        return switch (kind) {
            case "step", "correction" -> step(kind, record);
            case "party" -> {
                var fields = Fields.of("record", record, Set.of("command", "role", "authority"));
                yield new Entry.Party(fields.command("command"), fields.text("role"), fields.text("authority"));
            }
            case "lapse" -> {
                var fields = Fields.of("record", record, Set.of("command", "limit", "round", "end"));
                yield new Entry.Lapse(
                        fields.command("command"), fields.text("limit"), fields.integer("round"), fields.date("end"));
            }
            case "adoption" -> {
                var fields = Fields.of("record", record, Set.of("command", "definition", "hash"));
                yield new Entry.Adoption(fields.command("command"), fields.text("definition"), fields.text("hash"));
            }
            case "seal" ->
                new Entry.Seal(Fields.of("record", record, Set.of("command")).command("command"));
            default -> throw new MalformedRecordException("kind", "is not a kind of entry");
        };
    }

    private static Entry.Step step(String kind, JsonNode record) {
        var step = new Entry.Step(StepCodec.read(record));
        if (!step.kind().equals(kind)) {
            throw new MalformedRecordException("kind", "says step of a correction, or correction of a step");
        }
        return step;
    }

    private static Instant timestamp(String text) {
        try {
            var instant = TIMESTAMP.parse(text, Instant::from);
            if (TIMESTAMP.format(instant).equals(text)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            throw new MalformedRecordException("at", "is not a timestamp in UTC with milliseconds");
        }
        throw new MalformedRecordException("at", "is not a timestamp of the calendar");
    }
}
