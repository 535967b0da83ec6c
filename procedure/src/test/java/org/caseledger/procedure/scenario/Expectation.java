// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.caseledger.procedure.engine.Evaluation;
import org.jspecify.annotations.Nullable;

/** Compares what a scenario expects of one day with an evaluation; only what is listed is compared. */
final class Expectation {

    private static final Set<String> FIELDS = Set.of(
            "as-of",
            "known-at",
            "responsible",
            "since",
            "due",
            "not-due",
            "limits",
            "no-limit",
            "lapsed",
            "not-lapsed",
            "remarks",
            "no-remarks",
            "open",
            "not-open",
            "worlds",
            "values",
            "ended",
            "barred",
            "not-barred",
            "invocable",
            "not-invocable",
            "undone",
            "unconfirmed",
            "changes",
            "without-effect",
            "refused",
            "note");

    /** From the field of a scenario to the component of a duty. */
    private static final Map<String, String> DUE = Map.of(
            "end", "end",
            "earliest", "earliest",
            "latest", "latest",
            "alternative", "alternative",
            "status", "status",
            "late", "daysLate",
            "met", "metOn",
            "role", "role",
            "rule", "rule",
            "from", "from");

    /** In the words by which a limit tells how it was counted: the anchor, and its day or instant. */
    private static final Pattern COUNTED_FROM = Pattern.compile(".*? from (.+? of [0-9]{4}-[^,;]+).*");

    private static final Map<String, String> LAPSED = Map.of(
            "end", "end", "since", "since", "deemed-on", "deemedOn", "as", "as", "rule", "rule", "not-for", "notFor");

    private static final Map<String, String> INVOCABLE =
            Map.of("by", "by", "since", "since", "until", "until", "rule", "rule");

    private final JsonNode expected;
    private final Evaluation evaluation;
    private final Map<String, JsonNode> told = new HashMap<>();
    private final List<String> differences = new ArrayList<>();

    private Expectation(JsonNode expected, Evaluation evaluation) {
        this.expected = expected;
        this.evaluation = evaluation;
    }

    static List<String> differences(JsonNode expected, Evaluation evaluation) {
        ScenarioReader.only("expect", expected, FIELDS);
        var expectation = new Expectation(expected, evaluation);
        expectation.compare();
        return expectation.differences;
    }

    private void compare() {
        same("responsible", told("responsible").path("role"));
        same("since", told("responsible").path("since"));
        entries("due").forEach(due -> duty("due", due, limits("due")));
        texts("not-due").forEach(name -> absent("due", name, limits("due"), "limit"));
        entries("limits").forEach(limit -> duty("limits", limit, limits("limits")));
        texts("no-limit").forEach(name -> absent("limits", name, limits("limits"), "limit"));
        entries("lapsed").forEach(lapse -> fields("lapsed", lapse, chosen(lapse, list("lapsed")), LAPSED));
        texts("not-lapsed").forEach(name -> absent("lapsed", name, list("lapsed"), "limit"));
        remarks();
        contains("open", "step", true);
        contains("not-open", "step", false);
        worlds();
        expected.path("values").properties().forEach(value -> value(value.getKey(), value.getValue()));
        same("ended", told("ended").path("on"));
        contains("barred", "step", true);
        contains("not-barred", "step", false);
        entries("invocable").forEach(right -> fields("invocable", right, chosen(right, list("invocable")), INVOCABLE));
        contains("not-invocable", "limit", false);
        contains("undone", "limit", true);
        texts("unconfirmed")
                .forEach(rule -> require(
                        "unconfirmed",
                        rule,
                        list("unconfirmed").anyMatch(each -> each.asText().equals(rule)),
                        true));
        changes("changes", true);
        changes("without-effect", false);
    }

    /** What a case attribute is; with {@code since} and {@code rule} where they are asked for. */
    private void value(String name, JsonNode wanted) {
        var found = told("values").path(name);
        if (!wanted.isObject()) {
            same("values." + name, wanted, found.path("value"));
            return;
        }
        ScenarioReader.only("values", wanted, Set.of("value", "since", "rule"));
        wanted.properties()
                .forEach(part ->
                        same("values." + name + "." + part.getKey(), part.getValue(), found.path(part.getKey())));
    }

    private void duty(String field, JsonNode due, Stream<JsonNode> candidates) {
        fields(field, due, chosen(due, candidates), DUE);
    }

    /** The one of the round and authority that is asked for, else of the newest round. */
    private @Nullable JsonNode chosen(JsonNode wanted, Stream<JsonNode> candidates) {
        return candidates
                .filter(candidate -> candidate.path("limit").equals(wanted.path("limit")))
                .filter(candidate -> !wanted.has("round")
                        || candidate.path("round").equals(wanted.path("round"))
                        || candidate.path("round").asInt()
                                == wanted.path("round").asInt())
                .filter(candidate -> !wanted.has("authority")
                        || stream(candidate.path("authorities"))
                                .anyMatch(authority -> authority.equals(wanted.path("authority"))))
                .max(Comparator.comparing(candidate -> candidate.path("round").asInt()))
                .orElse(null);
    }

    private void fields(String field, JsonNode wanted, @Nullable JsonNode found, Map<String, String> components) {
        var name = field + " " + wanted.path("limit").asText();
        wanted.properties().forEach(entry -> {
            var key = entry.getKey();
            if (!components.containsKey(key)
                    && !Set.of("limit", "round", "authority").contains(key)) {
                throw new IllegalArgumentException("'" + key + "' is not known under " + field);
            }
        });
        if (found == null) {
            differ(name, "is not told");
            return;
        }
        components.forEach((key, component) -> {
            if (wanted.has(key)) {
                same(name + "." + key, wanted.get(key), found.path(component));
            }
        });
    }

    private void remarks() {
        var found = list("remarks").toList();
        var matched = new ArrayList<JsonNode>();
        for (var wanted : expected.path("remarks")) {
            ScenarioReader.only("remarks", wanted, Set.of("step", "kind", "subject", "date"));
            var match = found.stream()
                    .filter(remark -> fits(wanted, "step", remark.path("step"))
                            && fits(wanted, "date", remark.path("occurredOn"))
                            && fits(wanted, "kind", remark.path("flag").path("kind"))
                            && fits(wanted, "subject", remark.path("flag").path("subject")))
                    .findFirst();
            match.ifPresentOrElse(matched::add, () -> differ("remarks", wanted + " is not told"));
        }
        if (expected.path("no-remarks").asBoolean()) {
            found.stream()
                    .filter(remark -> !matched.contains(remark))
                    .forEach(remark -> differ("remarks", "also told: " + remark.path("step") + remark.path("flag")));
        }
    }

    private void worlds() {
        expected.path("worlds").properties().forEach(world -> {
            var found = list("worlds")
                    .filter(each -> each.path("name").asText().equals(world.getKey()))
                    .findFirst();
            if (found.isEmpty()) {
                differ("worlds", "there is no world " + world.getKey());
            } else {
                same(
                        "worlds." + world.getKey(),
                        world.getValue(),
                        found.get().path("responsible").path("role"));
            }
        });
    }

    private void changes(String field, boolean effective) {
        expected.path(field).properties().forEach(entry -> {
            var words = list("limits")
                    .filter(state ->
                            state.path("current").path("limit").asText().equals(entry.getKey()))
                    .flatMap(state -> stream(state.path("history")))
                    .filter(change -> change.path("effective").asBoolean() == effective)
                    .map(change -> change.path("verb").asText())
                    .toList();
            var wanted = stream(entry.getValue()).map(JsonNode::asText).toList();
            if (!wanted.equals(words)) {
                differ(field + "." + entry.getKey(), "are " + words + ", expected " + wanted);
            }
        });
    }

    private Stream<JsonNode> limits(String component) {
        var duties = component.equals("limits") ? list("limits").map(state -> state.path("current")) : list(component);
        return duties.map(Expectation::withAnchor);
    }

    /** Adds {@code from}, what the limit is counted from, e.g. {@code request of 2016-08-19}. */
    private static JsonNode withAnchor(JsonNode duty) {
        var words = COUNTED_FROM.matcher(duty.path("because").asText());
        return words.matches() ? ((ObjectNode) duty).put("from", words.group(1)) : duty;
    }

    private void contains(String field, String name, boolean there) {
        var component = field.startsWith("not-") ? field.substring(4) : field;
        texts(field)
                .forEach(wanted -> require(
                        field,
                        wanted,
                        list(component)
                                .anyMatch(each -> each.path(name).asText().equals(wanted)
                                        || each.path("step").asText().equals(wanted)),
                        there));
        if (expected.has(field) && told(component).isMissingNode()) {
            differ(field, "is not told by this evaluation");
        }
    }

    private void absent(String field, String wanted, Stream<JsonNode> candidates, String name) {
        require(
                field,
                wanted,
                candidates.anyMatch(each -> each.path(name).asText().equals(wanted)),
                false);
    }

    private void require(String field, String wanted, boolean found, boolean there) {
        if (found != there) {
            differ(field, wanted + (there ? " is not among them" : " is among them"));
        }
    }

    private void same(String field, JsonNode found) {
        if (expected.has(field)) {
            same(field, expected.get(field), found);
        }
    }

    private void same(String field, JsonNode wanted, JsonNode found) {
        if (wanted.isArray()) {
            if (!wanted.equals(found)) {
                differ(field, "is " + found + ", expected " + wanted);
            }
            return;
        }
        var text = found.isNull() || found.isMissingNode() ? "none" : found.asText();
        var asked = ScenarioReader.word(wanted);
        if (!asked.equals(text) && !(asked.equals("no") && text.equals("none"))) {
            differ(field, "is " + text + ", expected " + asked);
        }
    }

    private void differ(String field, String how) {
        differences.add("as of " + expected.path("as-of").asText() + ": " + field + " " + how);
    }

    /** A list of objects, or an object from the name of a limit to its fields. */
    private Stream<JsonNode> entries(String field) {
        var json = expected.path(field);
        return json.isArray()
                ? stream(json)
                        .map(entry -> entry.isTextual()
                                ? JsonNodeFactory.instance.objectNode().put("limit", entry.asText())
                                : entry)
                : json.properties().stream()
                        .map(entry -> ((ObjectNode) entry.getValue().deepCopy()).put("limit", entry.getKey()));
    }

    private Stream<String> texts(String field) {
        return stream(expected.path(field)).map(JsonNode::asText);
    }

    /** A component of the evaluation, rendered when first asked for. */
    private JsonNode told(String component) {
        return told.computeIfAbsent(component, name -> Rendered.component(evaluation, name));
    }

    private Stream<JsonNode> list(String component) {
        return stream(told(component));
    }

    private static boolean fits(JsonNode wanted, String field, JsonNode found) {
        return !wanted.has(field) || wanted.get(field).asText().equals(found.asText());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
