// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import org.caseledger.procedure.record.RecordCodec;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of a state; worlds that are alike are written once. Names are short and what is usual is left out, as every
 * step rewrites it.
 */
final class StateWriter {

    static final int VERSION = 2;

    private StateWriter() {}

    static ObjectNode toJson(CaseState state) {
        var json = object();
        json.put("v", VERSION);
        if (state.last() != null) {
            json.set("last", RecordCodec.toJson(state.last()));
        }
        var distinct = new LinkedHashMap<ObjectNode, ObjectNode>();
        for (int i = 0; i < state.worlds().size(); i++) {
            var marking = marking(state.program(), state.worlds().get(i));
            var written = distinct.computeIfAbsent(marking, unused -> object().set("marking", marking));
            written.withArray("in").add(i);
        }
        json.putArray("worlds").addAll(distinct.values());
        return json;
    }

    private static ObjectNode marking(Program program, Marking marking) {
        var json = object();
        for (var instances : marking.instances()) {
            if (instances.scope().isCase() || !instances.frames().isEmpty()) {
                json.withObject("/scopes").set(instances.scope().name(), instances(instances));
            }
        }
        for (int i = 0; i < program.attributes().size(); i++) {
            var value = marking.value(i);
            if (value != null) {
                json.withObject("/values").set(program.attributes().get(i), value(value));
            }
        }
        for (var step : program.steps()) {
            if (marking.excluded().get(step.type().index())) {
                json.withArray("/excluded").add(step.name());
            }
        }
        for (var limit : program.limits()) {
            if (marking.lapsed().get(limit.index())) {
                json.withArray("/lapsed").add(limit.name());
            }
        }
        if (marking.ended() != null) {
            json.putObject("ended")
                    .put("on", marking.ended().on().toString())
                    .put("by", marking.ended().by());
        }
        return json;
    }

    private static ObjectNode instances(Instances instances) {
        var json = object();
        if (instances.scope().isRound()) {
            json.put("opened", instances.opened());
        }
        var frames = json.putArray("frames");
        instances.frames().forEach(frame -> frames.add(frame(frame)));
        if (instances.frames().size() < instances.opened()) {
            json.set("over", over(instances.scope(), instances.over()));
        }
        return json;
    }

    private static ObjectNode frame(Frame frame) {
        var json = object();
        if (frame.member() != null) {
            json.put("member", frame.member());
        } else if (frame.scope().isRound()) {
            json.put("round", frame.number());
        }
        put(json, "closed", frame.closedOn());
        for (var name : frame.scope().happenings()) {
            track(json, name, frame.track(name));
        }
        for (var limit : frame.scope().limits()) {
            var mark = frame.limit(limit);
            if (mark != null) {
                json.withObject("/limits").set(limit.name(), LimitJson.write(mark));
            }
        }
        return json;
    }

    private static void track(ObjectNode json, Happening name, Track track) {
        if (track.newest() != null) {
            json.withObject("/steps").set(name.name(), occurrence(track.newest()));
        }
        var expected = track.newest() != null && track.newest().effective() ? track.newest() : null;
        if (track.first() != null && !track.first().equals(expected)) {
            json.withObject("/first").set(name.name(), occurrence(track.first()));
        } else if (track.first() == null && expected != null) {
            json.withObject("/first").putNull(name.name());
        }
        if (track.times() != (track.newest() != null && track.newest().counts() ? 1 : 0)) {
            json.withObject("/times").put(name.name(), track.times());
        }
    }

    private static ObjectNode over(ScopeRule scope, Over over) {
        var json = object();
        for (var name : scope.happenings()) {
            seen(json, "steps", name, over.newest(name));
            seen(json, "first", name, over.first(name));
            if (over.times(name) != 0) {
                json.withObject("/times").put(name.name(), over.times(name));
            }
        }
        for (var limit : scope.limits()) {
            var end = over.end(limit);
            if (end != null) {
                json.withObject("/ends").set(limit.name(), end(end));
            }
        }
        over.lapsed().forEach(frame -> json.withArray("/lapsed").add(frame(frame)));
        return json;
    }

    private static ObjectNode end(Over.End end) {
        var json = object();
        json.put("on", end.day().toString());
        put(json, "at", end.at());
        if (end.lateAfter() == null) {
            json.put("released", true);
        } else if (!end.lateAfter().equals(end.day())) {
            put(json, "lateAfter", end.lateAfter());
        }
        return json.put("round", end.round());
    }

    private static void seen(ObjectNode json, String what, Happening name, Over.@Nullable Seen seen) {
        if (seen != null) {
            json.withObject("/" + what)
                    .set(name.name(), occurrence(seen.occurrence()).put("round", seen.round()));
        }
    }

    private static ObjectNode occurrence(Occurrence occurrence) {
        var json = object();
        put(json, "command", occurrence.command());
        json.put("on", occurrence.on().toString());
        put(json, "at", occurrence.at());
        put(json, "until", occurrence.until());
        if (!occurrence.effective()) {
            json.put("standing", occurrence.counts() ? "late" : "void");
        }
        if (!occurrence.attributes().isEmpty()) {
            var attributes = json.putObject("attributes");
            occurrence.attributes().forEach(attributes::put);
        }
        return json;
    }

    private static ObjectNode value(CaseValue value) {
        var json = object();
        json.put("is", value.value());
        json.put("since", value.since().toString());
        json.put("rule", value.rule());
        if (value.isFinal()) {
            json.put("final", true);
        }
        put(json, "by", value.by());
        if (value.before() != null) {
            json.set("before", value(value.before()));
        }
        return json;
    }

    private static void put(ObjectNode json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
