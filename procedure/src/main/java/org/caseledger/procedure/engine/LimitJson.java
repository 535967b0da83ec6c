// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** The JSON of a limit in a state. */
final class LimitJson {

    private LimitJson() {}

    static ObjectNode write(LimitMark mark) {
        var json = anchored(mark.anchor());
        var reach = mark.reach();
        put(json, "end", mark.end());
        if (mark.pausedDays() != 0) {
            json.put("pausedDays", mark.pausedDays());
            put(json, "counted", reach.end());
        }
        put(json, "endAt", reach.at());
        flag(json, "uncertain", !reach.certain());
        flag(json, "inDays", reach.inDays());
        put(json, "rule", reach.rule());
        json.put("alternative", mark.alternative());
        if (mark.verb() != LimitMark.NO_VERB) {
            json.put("verb", mark.verb());
        }
        if (mark.turn() != 1) {
            json.put("turn", mark.turn());
        }
        flag(json, "last", mark.isLast());
        flag(json, "held", mark.held());
        put(json, "freed", mark.freedOn());
        put(json, "paused", mark.pausedOn());
        if (mark.met() != null) {
            json.set("met", anchored(mark.met()));
        }
        put(json, "lapsed", mark.lapsedOn());
        put(json, "released", mark.releasedOn());
        if (mark.passed() != null) {
            json.putObject("passed")
                    .put("end", mark.passed().end().toString())
                    .put("since", mark.passed().since().toString());
        }
        return json;
    }

    static LimitMark read(JsonNode json) {
        var end = StateReader.optionalDay(json, "end");
        var paused = json.path("pausedDays").intValue();
        var reach = new Reach(
                paused == 0 ? end : StateReader.optionalDay(json, "counted"),
                instant(json, "endAt"),
                !json.has("uncertain"),
                json.has("inDays"),
                json.has("rule") ? StateReader.text(json, "rule") : null);
        var passed = json.path("passed");
        return new LimitMark(
                readAnchored(json),
                reach,
                end,
                paused,
                json.path("alternative").intValue(),
                json.has("verb") ? json.path("verb").intValue() : LimitMark.NO_VERB,
                json.has("turn") ? json.path("turn").intValue() : 1,
                json.has("last"),
                json.has("held"),
                StateReader.optionalDay(json, "freed"),
                StateReader.optionalDay(json, "paused"),
                json.has("met") ? readAnchored(json.path("met")) : null,
                StateReader.optionalDay(json, "lapsed"),
                StateReader.optionalDay(json, "released"),
                passed.isObject()
                        ? new LimitMark.Passed(StateReader.day(passed, "end"), StateReader.day(passed, "since"))
                        : null);
    }

    private static ObjectNode anchored(Anchored anchored) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("from", anchored.name());
        put(json, "anchor", anchored.command());
        json.put("on", anchored.on().toString());
        put(json, "at", anchored.at());
        return json;
    }

    private static Anchored readAnchored(JsonNode json) {
        return new Anchored(
                StateReader.text(json, "from"),
                StateReader.command(json, "anchor"),
                StateReader.day(json, "on"),
                instant(json, "at"));
    }

    static @Nullable OffsetDateTime instant(JsonNode json, String name) {
        return json.has(name) ? OffsetDateTime.parse(StateReader.text(json, name)) : null;
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static void flag(ObjectNode json, String name, boolean value) {
        if (value) {
            json.put(name, true);
        }
    }
}
