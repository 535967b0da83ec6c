// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.cases;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.Pin;
import org.jspecify.annotations.Nullable;

/** An evaluation as openapi.yaml shapes it: component names as they are, entry numbers for commands. */
public final class EvaluationJson {

    private final Map<CommandId, Integer> numbers;

    public EvaluationJson(Map<CommandId, Integer> numbers) {
        this.numbers = numbers;
    }

    public ObjectNode render(Evaluation evaluation) {
        var json = object();
        json.set("definition", pin(evaluation.definition()));
        json.set("calendars", list(evaluation.calendars(), (array, pin) -> array.add(pin(pin))));
        json.put("semantics", evaluation.semantics());
        json.put("asOf", evaluation.asOf().toString());
        json.put("knownAt", text(evaluation.knownAt()));
        json.set("responsible", responsible(evaluation.responsible()));
        json.set("values", values(evaluation.values()));
        json.set("worlds", list(evaluation.worlds(), EvaluationJson::world));
        json.set("open", list(evaluation.open(), EvaluationJson::open));
        json.set("due", list(evaluation.due(), (array, due) -> array.add(due(due))));
        json.set("lapsed", list(evaluation.lapsed(), EvaluationJson::lapsed));
        json.set("undone", list(evaluation.undone(), this::undone));
        json.set("limits", list(evaluation.limits(), this::limit));
        json.set("barred", list(evaluation.barred(), EvaluationJson::barred));
        json.set("remarks", list(evaluation.remarks(), this::remark));
        json.set("invocable", list(evaluation.invocable(), EvaluationJson::invocable));
        json.set("unknowns", list(evaluation.unknowns(), this::unknown));
        json.set("ended", ended(evaluation.ended()));
        json.set("unconfirmed", list(evaluation.unconfirmed(), ArrayNode::add));
        return json;
    }

    public static ObjectNode pin(Pin pin) {
        return object().put("id", pin.id()).put("hash", pin.hash());
    }

    /** A duty by itself, as a work item shows it. */
    public static ObjectNode due(Evaluation.Due due) {
        var json = object().put("limit", due.limit()).put("round", due.round());
        json.set("steps", list(due.steps(), ArrayNode::add));
        json.put("role", due.role());
        json.set("authorities", list(due.authorities(), ArrayNode::add));
        return json.put("end", text(due.end()))
                .put("earliest", text(due.earliest()))
                .put("latest", text(due.latest()))
                .put("alternative", text(due.alternative()))
                .put("status", word(due.status()))
                .put("metOn", text(due.metOn()))
                .put("daysLate", due.daysLate())
                .put("rule", due.rule())
                .put("because", due.because());
    }

    /** A remark on a step that stands. */
    public static ObjectNode flag(Outcome.Flag flag) {
        return object().put("kind", word(flag.kind())).put("subject", flag.subject());
    }

    private static ObjectNode responsible(Evaluation.Responsible responsible) {
        return object().put("role", responsible.role())
                .put("authority", responsible.authority())
                .put("since", text(responsible.since()))
                .put("rule", responsible.rule());
    }

    private static ObjectNode values(Map<String, Evaluation.Value> values) {
        var json = object();
        values.forEach((attribute, value) -> json.putObject(attribute)
                .put("value", value.value())
                .put("since", text(value.since()))
                .put("rule", value.rule()));
        return json;
    }

    private static void world(ArrayNode array, Evaluation.World world) {
        array.addObject()
                .put("name", world.name())
                .put("preferred", world.preferred())
                .set("responsible", responsible(world.responsible()));
    }

    private static void open(ArrayNode array, Evaluation.OpenStep open) {
        array.addObject()
                .put("step", open.step())
                .put("kind", open.kind())
                .set("roles", list(open.roles(), ArrayNode::add));
    }

    private static void lapsed(ArrayNode array, Evaluation.Lapsed lapsed) {
        array.addObject()
                .put("limit", lapsed.limit())
                .put("round", lapsed.round())
                .put("as", lapsed.as())
                .put("end", lapsed.end().toString())
                .put("deemedOn", lapsed.deemedOn().toString())
                .put("since", lapsed.since().toString())
                .put("rule", lapsed.rule())
                .set("notFor", list(lapsed.notFor(), ArrayNode::add));
    }

    private void undone(ArrayNode array, Evaluation.Undone undone) {
        array.addObject()
                .put("limit", undone.limit())
                .put("round", undone.round())
                .put("end", undone.end().toString())
                .put("since", undone.since().toString())
                .put("by", number(undone.by()));
    }

    private static void barred(ArrayNode array, Evaluation.Barred barred) {
        array.addObject()
                .put("step", barred.step())
                .put("rule", barred.rule())
                .set("limits", list(barred.limits(), ArrayNode::add));
    }

    private static void invocable(ArrayNode array, Evaluation.Invocable invocable) {
        array.addObject()
                .put("limit", invocable.limit())
                .put("round", invocable.round())
                .put("by", invocable.by())
                .put("since", invocable.since().toString())
                .put("until", text(invocable.until()))
                .put("rule", invocable.rule());
    }

    private void unknown(ArrayNode array, Evaluation.Unknown unknown) {
        var json = array.addObject()
                .put("entry", number(unknown.command()))
                .put("step", unknown.step())
                .put("attribute", unknown.attribute())
                .put("value", unknown.value());
        var responsible = unknown.responsible();
        json.set("responsible", responsible == null ? null : responsible(responsible));
        json.set("limits", list(unknown.limits(), EvaluationJson::otherEnd));
    }

    private static void otherEnd(ArrayNode array, Evaluation.OtherEnd other) {
        array.addObject()
                .put("limit", other.limit())
                .put("round", other.round())
                .put("end", text(other.end()));
    }

    private void limit(ArrayNode array, Evaluation.LimitState limit) {
        var json = array.addObject();
        json.set("current", due(limit.current()));
        json.put("anchor", number(limit.anchor()));
        json.set("history", list(limit.history(), this::change));
    }

    private void change(ArrayNode array, Evaluation.Change change) {
        array.addObject()
                .put("verb", change.verb())
                .put("by", number(change.by()))
                .put("on", change.on().toString())
                .put("end", text(change.end()))
                .put("effective", change.effective())
                .put("because", change.because());
    }

    private void remark(ArrayNode array, Evaluation.Remark remark) {
        var json = array.addObject()
                .put("entry", number(remark.command()))
                .put("step", remark.step())
                .put("occurredOn", remark.occurredOn().toString());
        json.set("flag", flag(remark.flag()));
        json.put("because", remark.because());
    }

    private static @Nullable ObjectNode ended(Evaluation.@Nullable Ended ended) {
        return ended == null ? null : object().put("on", ended.on().toString()).put("by", ended.by());
    }

    private @Nullable Integer number(@Nullable CommandId command) {
        return command == null ? null : numbers.get(command);
    }

    private static <T> ArrayNode list(Collection<T> values, BiConsumer<ArrayNode, T> add) {
        var array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> add.accept(array, value));
        return array;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
