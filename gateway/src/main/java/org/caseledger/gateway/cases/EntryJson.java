// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.cases;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.StepRecord;

/** An entry as openapi.yaml shapes it: entry numbers for commands, no transaction, no block. */
public final class EntryJson {

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final List<String> REFERENCES = List.of("annuls", "contests", "supersedes");

    private final Map<CommandId, Integer> numbers;

    public EntryJson(Map<CommandId, Integer> numbers) {
        this.numbers = numbers;
    }

    public ObjectNode render(PlacedEntry placed) {
        var entry = placed.entry();
        var json = JsonNodeFactory.instance
                .objectNode()
                .put("entry", placed.position())
                .put("kind", entry.content().kind())
                .put("by", entry.by())
                .put("recordedAt", instant(placed.recordedAt()));
        if (entry.content() instanceof Entry.Step step) {
            json.set("step", step(step.step()));
        } else if (entry.content() instanceof Entry.Party party) {
            json.put("role", party.role()).put("authority", party.authority());
        } else if (entry.content() instanceof Entry.Lapse lapse) {
            json.put("limit", lapse.limit())
                    .put("round", lapse.round())
                    .put("end", lapse.end().toString());
        } else if (entry.content() instanceof Entry.Adoption adoption) {
            json.put("definition", adoption.definition());
        }
        return json;
    }

    /** Milliseconds, UTC. */
    public static String instant(Instant instant) {
        return INSTANT.format(instant);
    }

    private ObjectNode step(StepRecord step) {
        var json = RecordCodec.toJson(step);
        json.remove(List.of("v", "command"));
        for (var reference : REFERENCES) {
            if (json.has(reference)) {
                json.put(
                        reference,
                        numbers.get(new CommandId(json.path(reference).asText())));
            }
        }
        return json;
    }
}
