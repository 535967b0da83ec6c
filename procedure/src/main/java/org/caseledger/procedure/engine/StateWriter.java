// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import org.caseledger.procedure.record.RecordCodec;
import org.jspecify.annotations.Nullable;

/** The JSON of a state; worlds that are alike are written once. Names are short, as every step rewrites it. */
final class StateWriter {

    static final int VERSION = 1;

    private StateWriter() {}

    static ObjectNode toJson(CaseState state) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("v", VERSION);
        if (state.last() != null) {
            json.set("last", RecordCodec.toJson(state.last()));
        }
        var distinct = new LinkedHashMap<ObjectNode, ObjectNode>();
        for (int i = 0; i < state.worlds().size(); i++) {
            var marking = marking(state.worlds().get(i));
            var written = distinct.computeIfAbsent(
                    marking, unused -> JsonNodeFactory.instance.objectNode().set("marking", marking));
            written.withArray("in").add(i);
        }
        json.putArray("worlds").addAll(distinct.values());
        return json;
    }

    private static ObjectNode marking(Marking marking) {
        var json = JsonNodeFactory.instance.objectNode();
        var frames = json.putArray("frames");
        marking.frames().forEach(frame -> frames.add(frame(frame)));
        var values = json.putObject("values");
        marking.values().forEach((name, value) -> values.set(name, value(value)));
        if (marking.ended() != null) {
            json.putObject("ended")
                    .put("on", marking.ended().on().toString())
                    .put("by", marking.ended().by());
        }
        return json;
    }

    private static ObjectNode frame(Frame frame) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("scope", frame.key().scope());
        json.put("instance", frame.key().instance());
        put(json, "closed", frame.closedOn());
        var steps = json.putObject("steps");
        frame.latests().forEach((name, occurrence) -> steps.set(name, occurrence(occurrence)));
        var first = json.putObject("first");
        frame.firsts().forEach((name, occurrence) -> {
            if (!occurrence.equals(frame.latests().get(name))) {
                first.set(name, occurrence(occurrence));
            }
        });
        var limits = json.putObject("limits");
        frame.limits().forEach((name, mark) -> limits.set(name, limit(mark)));
        return json;
    }

    private static ObjectNode occurrence(Occurrence occurrence) {
        var json = JsonNodeFactory.instance.objectNode();
        put(json, "command", occurrence.command());
        json.put("on", occurrence.on().toString());
        if (!occurrence.effective()) {
            json.put("standing", occurrence.counts() ? "late" : "void");
        }
        if (!occurrence.attributes().isEmpty()) {
            var attributes = json.putObject("attributes");
            occurrence.attributes().forEach(attributes::put);
        }
        return json;
    }

    private static ObjectNode limit(LimitMark mark) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("from", mark.anchorName());
        put(json, "anchor", mark.anchor());
        json.put("on", mark.anchorOn().toString());
        put(json, "end", mark.end());
        mark(json, "uncertain", !mark.certain());
        json.put("alternative", mark.alternative());
        if (mark.verb() != LimitMark.NO_VERB) {
            json.put("verb", mark.verb());
        }
        mark(json, "held", mark.held());
        put(json, "freed", mark.freedOn());
        put(json, "met", mark.metOn());
        put(json, "lapsed", mark.lapsedOn());
        put(json, "released", mark.releasedOn());
        return json;
    }

    private static ObjectNode value(CaseValue value) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("is", value.value());
        json.put("since", value.since().toString());
        json.put("rule", value.rule());
        mark(json, "final", value.isFinal());
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static void mark(ObjectNode json, String name, boolean value) {
        if (value) {
            json.put(name, true);
        }
    }
}
