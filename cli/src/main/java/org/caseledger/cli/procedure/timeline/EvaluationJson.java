// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.caseledger.cli.procedure.words.Acts;
import org.caseledger.cli.procedure.words.Cite;
import org.caseledger.cli.procedure.words.Reasons;
import org.caseledger.cli.procedure.words.Spell;
import org.caseledger.procedure.definition.Prose;
import org.caseledger.procedure.definition.Source;
import org.caseledger.procedure.definition.Sources;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.CommandId;

/**
 * An evaluation as docs/evaluation.md describes it: the component names of {@link Evaluation}, steps by their id in the
 * file, authorities by what the file calls them, and beside each rule its article with a link.
 */
public final class EvaluationJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(Enum.class, new Word()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .addMixIn(CommandId.class, AsText.class)
            .build();

    private final TimelineEvaluation result;
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Cite> rules;
    private final Reasons reasons;

    private EvaluationJson(TimelineEvaluation result) {
        this.result = result;
        Timeline timeline = result.timeline();
        texts.putAll(timeline.names());
        timeline.steps()
                .forEach(step -> texts.put(step.recorded().record().command().value(), step.id()));
        Prose prose = Library.prose(timeline.definition().pin().id());
        Acts acts = new Acts(prose);
        rules = Sources.of(timeline.definition())
                .collect(Collectors.toMap(Source::text, acts::cite, (one, other) -> one.confirmed() ? other : one));
        reasons = Reasons.of(timeline.definition());
    }

    /** A command id is its digits. */
    private interface AsText {
        @JsonValue
        String value();
    }

    /** A constant is the word by which the documents call it. */
    @SuppressWarnings("rawtypes") // one serializer for every enumeration
    private static final class Word extends StdSerializer<Enum> {
        private static final long serialVersionUID = 1L;

        Word() {
            super(Enum.class);
        }

        @Override
        public void serialize(Enum value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Spell.word(value));
        }
    }

    public static ObjectNode of(TimelineEvaluation result) {
        return new EvaluationJson(result).render();
    }

    private ObjectNode render() {
        ObjectNode json = (ObjectNode) told(MAPPER.valueToTree(result.evaluation()));
        json.set("open", byRole(json.path("open")));
        json.path("due").forEach(due -> from((ObjectNode) due));
        json.set("limits", limits(json.path("limits")));
        anchors(json);
        for (JsonNode remark : json.path("remarks")) {
            remark((ObjectNode) remark);
        }
        ArrayNode unconfirmed = JsonNodeFactory.instance.arrayNode();
        result.evaluation().unconfirmed().forEach(rule -> unconfirmed.add(rule(rule)));
        json.set("unconfirmed", unconfirmed);
        json.set("refused", MAPPER.valueToTree(result.refused()));
        return JsonNodeFactory.instance.objectNode().put("v", 1).setAll(json);
    }

    /** The tree with the file's names, and each rule with its article. */
    private JsonNode told(JsonNode json) {
        if (json instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                if (field.getKey().equals("rule") && field.getValue().isTextual()) {
                    object.setAll(rule(field.getValue().asText()));
                } else {
                    object.set(field.getKey(), told(field.getValue()));
                }
            }
        } else if (json instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, told(array.get(i)));
            }
        } else if (json.isTextual() && texts.containsKey(json.asText())) {
            return TextNode.valueOf(String.valueOf(texts.get(json.asText())));
        }
        return json;
    }

    private ObjectNode rule(String rule) {
        Cite cite = rules.get(rule);
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("rule", rule);
        return cite == null
                ? json
                : json.put("article", cite.text()).put("link", cite.link()).put("confirmed", cite.confirmed());
    }

    private static ObjectNode byRole(JsonNode open) {
        ObjectNode roles = JsonNodeFactory.instance.objectNode();
        for (JsonNode step : open) {
            for (JsonNode role : step.path("roles")) {
                roles.withArrayProperty(role.asText())
                        .addObject()
                        .put("step", step.path("step").asText())
                        .put("kind", step.path("kind").asText());
            }
        }
        return roles;
    }

    private static void from(ObjectNode due) {
        ObjectNode from = JsonNodeFactory.instance.objectNode();
        from.set("role", due.remove("role"));
        from.set("authorities", due.remove("authorities"));
        due.set("from", from);
    }

    /** A limit is its duty with the anchor and the history. */
    private static ArrayNode limits(JsonNode states) {
        ArrayNode limits = JsonNodeFactory.instance.arrayNode();
        for (JsonNode state : states) {
            ObjectNode limit = (ObjectNode) state.path("current").deepCopy();
            from(limit);
            ObjectNode because = JsonNodeFactory.instance.objectNode();
            because.set("anchor", state.path("anchor"));
            because.set("counting", limit.path("because"));
            limit.set("because", because);
            ((ObjectNode) state).properties().forEach(field -> {
                if (!field.getKey().equals("current") && !field.getKey().equals("anchor")) {
                    limit.set(field.getKey(), field.getValue());
                }
            });
            limits.add(limit);
        }
        return limits;
    }

    /** A duty says its anchor as its limit does. */
    private static void anchors(ObjectNode json) {
        for (JsonNode due : json.path("due")) {
            for (JsonNode limit : json.path("limits")) {
                if (limit.path("limit").equals(due.path("limit"))
                        && limit.path("round").equals(due.path("round"))) {
                    ((ObjectNode) due).set("because", limit.path("because"));
                }
            }
        }
    }

    private void remark(ObjectNode remark) {
        JsonNode flag = remark.path("flag");
        if (flag.path("kind").asText().equals("unlawful")) {
            String why = reasons.irregular(
                    remark.path("step").asText(), flag.path("subject").asText());
            remark.put(
                    "because",
                    "the law forbade it then (" + flag.path("subject").asText() + "): " + why);
        }
    }
}
