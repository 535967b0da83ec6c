// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.RecordCodec;
import org.jspecify.annotations.Nullable;

/** Reads what {@link StateWriter} wrote. Only the engine writes states, so that a foreign field is not looked for. */
final class StateReader {

    private final Program program;

    private StateReader(Program program) {
        this.program = program;
    }

    static CaseState read(JsonNode json, Program program) {
        if (json.path("v").intValue() != StateWriter.VERSION) {
            throw new MalformedRecordException("state", "is not of a version that this engine reads");
        }
        try {
            var markings = new Marking[program.worlds().size()];
            var reader = new StateReader(program);
            json.path("worlds").forEach(world -> {
                var marking = reader.marking(world.path("marking"));
                world.path("in").forEach(index -> markings[index.intValue()] = marking);
            });
            Arrays.stream(markings).forEach(Objects::requireNonNull);
            var last = json.get("last");
            return new CaseState(program, List.of(markings), last == null ? null : RecordCodec.readStep(last));
        } catch (NullPointerException | IndexOutOfBoundsException | DateTimeException e) {
            throw new MalformedRecordException("state", "is not what this engine wrote for this definition");
        }
    }

    private Marking marking(JsonNode json) {
        var instances = new ArrayList<Instances>();
        for (var scope : program.scopes()) {
            instances.add(instances(scope, json.path("scopes").path(scope.name())));
        }
        var values = new CaseValue[program.attributes().size()];
        json.path("values")
                .properties()
                .forEach(entry -> values[program.attribute(entry.getKey())] = value(entry.getValue()));
        var excluded = new BitSet();
        json.path("excluded")
                .forEach(step ->
                        excluded.set(program.step(step.textValue()).type().index()));
        var lapsed = new BitSet();
        json.path("lapsed")
                .forEach(limit -> lapsed.set(program.limit(limit.textValue()).index()));
        var marking = Marking.of(instances, values, excluded, lapsed);
        if (json.has("ended")) {
            marking.end(new Marking.Ending(day(json.path("ended"), "on"), text(json.path("ended"), "by")));
        }
        return marking;
    }

    private Instances instances(ScopeRule scope, JsonNode json) {
        var frames = new ArrayList<Frame>();
        json.path("frames").forEach(frame -> frames.add(frame(scope, frame)));
        var opened = json.has("opened") ? json.path("opened").intValue() : frames.size();
        return Instances.of(scope, frames, over(scope, json.path("over")), opened);
    }

    private Frame frame(ScopeRule scope, JsonNode json) {
        var number = json.has("round") ? json.path("round").intValue() : 1;
        var frame = new Frame(scope, number, json.has("member") ? text(json, "member") : null);
        for (var name : scope.happenings()) {
            frame.track(name, track(name.name(), json));
        }
        limits(frame, json);
        var closed = optionalDay(json, "closed");
        if (closed != null) {
            frame.close(closed);
        }
        return frame;
    }

    private void limits(Frame frame, JsonNode json) {
        json.path("limits")
                .properties()
                .forEach(entry -> frame.limit(program.limit(entry.getKey()), LimitJson.read(entry.getValue())));
    }

    private static Track track(String name, JsonNode json) {
        var newest =
                json.path("steps").has(name) ? occurrence(json.path("steps").path(name)) : null;
        var effective = newest != null && newest.effective() ? newest : null;
        var written = json.path("first").get(name);
        var first = written == null ? effective : written.isNull() ? null : occurrence(written);
        var times = json.path("times").get(name);
        return new Track(first, newest, times != null ? times.intValue() : newest != null && newest.counts() ? 1 : 0);
    }

    private Over over(ScopeRule scope, JsonNode json) {
        var names = scope.happenings().size();
        var first = new Over.Seen[names];
        var newest = new Over.Seen[names];
        var times = new int[names];
        for (var name : scope.happenings()) {
            newest[name.slot()] = seen(json.path("steps").path(name.name()));
            first[name.slot()] = seen(json.path("first").path(name.name()));
            times[name.slot()] = json.path("times").path(name.name()).intValue();
        }
        var ends = new Over.End[scope.limits().size()];
        for (var limit : scope.limits()) {
            var end = json.path("ends").path(limit.name());
            ends[limit.slot()] = end.isObject() ? end(end) : null;
        }
        var lapsed = new ArrayList<Frame>();
        json.path("lapsed").forEach(frame -> {
            var left = Frame.remainder(scope, frame.path("round").intValue());
            limits(left, frame);
            lapsed.add(left);
        });
        return new Over(first, newest, times, ends, List.copyOf(lapsed));
    }

    private static Over.End end(JsonNode json) {
        var day = day(json, "on");
        var lateAfter = json.has("lateAfter") ? day(json, "lateAfter") : day;
        return new Over.End(
                day,
                LimitJson.instant(json, "at"),
                json.has("released") ? null : lateAfter,
                json.path("round").intValue());
    }

    private static Over.@Nullable Seen seen(JsonNode json) {
        return json.isObject()
                ? new Over.Seen(occurrence(json), json.path("round").intValue())
                : null;
    }

    private static Occurrence occurrence(JsonNode json) {
        var standing =
                switch (json.path("standing").asText()) {
                    case "late" -> Occurrence.Standing.LATE;
                    case "void" -> Occurrence.Standing.VOID;
                    default -> Occurrence.Standing.EFFECTIVE;
                };
        var attributes = new TreeMap<String, String>();
        json.path("attributes")
                .properties()
                .forEach(
                        entry -> attributes.put(entry.getKey(), entry.getValue().textValue()));
        return new Occurrence(
                command(json, "command"),
                day(json, "on"),
                LimitJson.instant(json, "at"),
                optionalDay(json, "until"),
                attributes,
                standing);
    }

    private static CaseValue value(JsonNode json) {
        return new CaseValue(
                text(json, "is"),
                day(json, "since"),
                text(json, "rule"),
                json.has("final"),
                command(json, "by"),
                json.has("before") ? value(json.path("before")) : null);
    }

    static String text(JsonNode json, String name) {
        return Objects.requireNonNull(json.path(name).textValue());
    }

    static LocalDate day(JsonNode json, String name) {
        return LocalDate.parse(text(json, name));
    }

    static @Nullable LocalDate optionalDay(JsonNode json, String name) {
        return json.has(name) ? day(json, name) : null;
    }

    static @Nullable CommandId command(JsonNode json, String name) {
        return json.has(name) ? new CommandId(text(json, name)) : null;
    }
}
