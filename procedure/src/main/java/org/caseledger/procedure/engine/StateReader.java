// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.RecordCodec;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateWriter} wrote. Only the engine writes states, so that a foreign field is not looked for. */
final class StateReader {

    private StateReader() {}

    static CaseState read(JsonNode json, int worlds) {
        if (json.path("v").intValue() != StateWriter.VERSION) {
            throw new MalformedRecordException("state", "is not of a version that this engine reads");
        }
        try {
            var markings = new Marking[worlds];
            json.path("worlds").forEach(world -> {
                var marking = marking(world.path("marking"));
                world.path("in").forEach(index -> markings[index.intValue()] = marking);
            });
            Arrays.stream(markings).forEach(Objects::requireNonNull);
            var last = json.get("last");
            return new CaseState(List.of(markings), last == null ? null : RecordCodec.readStep(last));
        } catch (NullPointerException | IndexOutOfBoundsException | DateTimeException e) {
            throw new MalformedRecordException("state", "is not what this engine wrote for this definition");
        }
    }

    private static Marking marking(JsonNode json) {
        var marking = new Marking();
        json.path("frames").forEach(frame -> marking.put(frame(frame)));
        json.path("values").properties().forEach(entry -> {
            var value = entry.getValue();
            marking.values()
                    .put(
                            entry.getKey(),
                            new CaseValue(
                                    text(value, "is"), day(value, "since"), text(value, "rule"), value.has("final")));
        });
        if (json.has("ended")) {
            marking.end(new Marking.Ending(day(json.path("ended"), "on"), text(json.path("ended"), "by")));
        }
        return marking;
    }

    private static Frame frame(JsonNode json) {
        var steps = map(json.path("steps"), StateReader::occurrence);
        var first = map(json.path("first"), StateReader::occurrence);
        steps.forEach((name, occurrence) -> {
            if (occurrence.effective()) {
                first.putIfAbsent(name, occurrence);
            }
        });
        return new Frame(
                new Frame.Key(text(json, "scope"), text(json, "instance")),
                first,
                steps,
                map(json.path("limits"), StateReader::limit),
                optionalDay(json, "closed"));
    }

    private static Occurrence occurrence(JsonNode json) {
        var standing =
                switch (json.path("standing").asText()) {
                    case "late" -> Occurrence.Standing.LATE;
                    case "void" -> Occurrence.Standing.VOID;
                    default -> Occurrence.Standing.EFFECTIVE;
                };
        return new Occurrence(
                command(json, "command"), day(json, "on"), map(json.path("attributes"), JsonNode::textValue), standing);
    }

    private static LimitMark limit(JsonNode json) {
        return new LimitMark(
                text(json, "from"),
                command(json, "anchor"),
                day(json, "on"),
                optionalDay(json, "end"),
                !json.has("uncertain"),
                json.path("alternative").intValue(),
                json.has("verb") ? json.path("verb").intValue() : LimitMark.NO_VERB,
                json.has("held"),
                optionalDay(json, "freed"),
                optionalDay(json, "met"),
                optionalDay(json, "lapsed"),
                optionalDay(json, "released"));
    }

    private static <T> SortedMap<String, T> map(JsonNode json, Function<JsonNode, T> reader) {
        var map = new TreeMap<String, T>();
        json.properties().forEach(entry -> map.put(entry.getKey(), reader.apply(entry.getValue())));
        return map;
    }

    private static String text(JsonNode json, String name) {
        return Objects.requireNonNull(json.path(name).textValue());
    }

    private static LocalDate day(JsonNode json, String name) {
        return LocalDate.parse(text(json, name));
    }

    private static @Nullable LocalDate optionalDay(JsonNode json, String name) {
        return json.has(name) ? day(json, name) : null;
    }

    private static @Nullable CommandId command(JsonNode json, String name) {
        return json.has(name) ? new CommandId(text(json, name)) : null;
    }
}
