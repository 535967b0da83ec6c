// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.caseledger.cli.procedure.show.Paragraphs;
import org.caseledger.cli.procedure.words.Spell;

/** An evaluation for a caseworker. */
public final class EvaluationText {
    private static final String DAY = "%-12s";
    private static final String NO_DAY = "no day";

    private final ObjectNode json;
    private final Paragraphs out = new Paragraphs();

    private EvaluationText(ObjectNode json) {
        this.json = json;
    }

    public static String of(TimelineEvaluation result) {
        return new EvaluationText(EvaluationJson.of(result)).write();
    }

    private String write() {
        head();
        due();
        lapsed();
        next();
        done();
        section("invocable", "What can be relied on", this::invocable);
        section("barred", "Forbidden now, though the clock runs", this::barred);
        section("remarks", "Remarks", this::remark);
        section("undone", "No longer so", this::undone);
        section("refused", "Steps that a ledger would refuse; they change nothing", this::refused);
        section("unknowns", "What an unknown would change", this::unknown);
        section("unconfirmed", "Rules used here that nothing confirms", rule -> out.add(2, cite(rule)));
        return out.toString();
    }

    private void head() {
        out.add(
                0,
                json.at("/definition/id").asText() + ", as of " + text("asOf")
                        + (json.path("knownAt").isNull() ? "" : ", as known on " + text("knownAt")));
        out.blank();
        JsonNode responsible = json.path("responsible");
        out.add(0, "Responsible: " + responsible(responsible));
        for (JsonNode world : json.path("worlds")) {
            if (!world.path("preferred").asBoolean()
                    && !world.path("responsible").equals(responsible)) {
                out.add(
                        0,
                        "  Under the reading " + world.path("name").asText() + ": "
                                + responsible(world.path("responsible")));
            }
        }
        if (json.path("ended").isObject()) {
            out.add(
                    0,
                    "Ended on " + json.at("/ended/on").asText() + " by "
                            + json.at("/ended/by").asText() + ".");
        }
    }

    private static String responsible(JsonNode responsible) {
        String role = responsible.path("role").asText();
        if (responsible.path("since").isNull()) {
            return role + ".";
        }
        String authority = responsible.path("authority").isNull()
                ? role
                : responsible.path("authority").asText() + " (" + role + ")";
        return authority + ", since " + responsible.path("since").asText() + ", by " + cite(responsible) + ".";
    }

    private void due() {
        out.heading("Due");
        if (json.path("due").isEmpty()) {
            out.add(2, "Nothing is due.");
        }
        json.path("due").forEach(this::limit);
    }

    /** The acts that may come next; facts and rulings may at any time. */
    private void next() {
        if (json.path("ended").isObject()) {
            return;
        }
        out.heading("May come next");
        json.path("open").properties().forEach(role -> {
            List<String> acts = new ArrayList<>();
            role.getValue().forEach(step -> {
                if (step.path("kind").asText().equals("act")) {
                    acts.add(step.path("step").asText());
                }
            });
            if (!acts.isEmpty()) {
                out.add(2, role.getKey() + ": ", String.join(", ", acts));
            }
        });
    }

    private void done() {
        List<JsonNode> others = StreamSupport.stream(json.path("limits").spliterator(), false)
                .filter(limit -> StreamSupport.stream(json.path("due").spliterator(), false)
                        .noneMatch(due -> due.path("limit").equals(limit.path("limit"))
                                && due.path("round").equals(limit.path("round"))))
                .toList();
        if (!others.isEmpty()) {
            out.heading("Other limits");
            others.forEach(this::limit);
        }
    }

    private void limit(JsonNode limit) {
        String end = limit.path("end").isNull() ? NO_DAY : limit.path("end").asText();
        out.add(
                2,
                String.format(DAY, end),
                steps(limit) + ", from " + holders(limit.path("from")) + ": " + status(limit) + ". Limit "
                        + limit.path("limit").asText() + round(limit) + ", " + cite(limit) + ".");
        out.add(14, span(limit) + Spell.capital(limit.at("/because/counting").asText()) + ".");
        limit.path("history").forEach(change -> {
            if (!change.path("effective").asBoolean()) {
                out.add(
                        14,
                        "Without effect: " + change.path("verb").asText() + " on "
                                + change.path("on").asText() + ", because "
                                + change.path("because").asText() + ".");
            }
        });
    }

    private static String steps(JsonNode limit) {
        List<String> steps = new ArrayList<>();
        limit.path("steps").forEach(step -> steps.add(step.asText()));
        return Spell.or(steps);
    }

    private static String holders(JsonNode from) {
        List<String> names = new ArrayList<>();
        from.path("authorities").forEach(name -> names.add(name.asText()));
        String role = from.path("role").asText();
        return names.isEmpty() ? role : Spell.and(names) + " (" + role + ")";
    }

    private static String status(JsonNode limit) {
        String status = limit.path("status").asText();
        String met =
                limit.path("metOn").isNull() ? "" : " on " + limit.path("metOn").asText();
        long late = limit.path("daysLate").asLong();
        return status + met + (late == 0 ? "" : ", " + Spell.count(late, "day") + " late");
    }

    private static String span(JsonNode limit) {
        String end = limit.path("end").asText();
        List<String> parts = new ArrayList<>();
        if (!limit.path("earliest").isNull() && !limit.path("earliest").equals(limit.path("latest"))) {
            parts.add("Between " + limit.path("earliest").asText() + " and "
                    + limit.path("latest").asText() + ", as one reads the law.");
        }
        if (!limit.path("alternative").isNull()
                && !limit.path("alternative").asText().equals(end)) {
            parts.add("Under the other reading of the calendar "
                    + limit.path("alternative").asText() + ".");
        }
        return parts.isEmpty() ? "" : String.join(" ", parts) + " ";
    }

    private static String round(JsonNode limit) {
        return limit.path("round").asInt() > 1
                ? " (round " + limit.path("round").asInt() + ")"
                : "";
    }

    private void lapsed() {
        section(
                "lapsed",
                "Passed unmet",
                lapsed -> out.add(
                        2,
                        String.format(DAY, lapsed.path("end").asText()),
                        lapsed.path("limit").asText() + round(lapsed)
                                + (lapsed.path("as").isNull()
                                        ? ""
                                        : ": " + lapsed.path("as").asText() + ", deemed on "
                                                + lapsed.path("deemedOn").asText())
                                + "; its consequence holds since "
                                + lapsed.path("since").asText() + ", by "
                                + cite(lapsed) + "."));
    }

    private void remark(JsonNode remark) {
        out.add(
                2,
                String.format(DAY, remark.path("occurredOn").asText()),
                remark.path("step").asText() + ", " + remark.at("/flag/kind").asText() + ": "
                        + remark.path("because").asText() + ".");
    }

    private void refused(JsonNode refused) {
        out.add(
                2,
                String.format(DAY, refused.path("date").asText()),
                refused.path("step").asText() + " (line " + refused.path("line").asText() + "): "
                        + refused.path("because").asText() + ".");
    }

    private void invocable(JsonNode right) {
        out.add(2, plain(right));
    }

    private void barred(JsonNode barred) {
        out.add(2, plain(barred));
    }

    private void undone(JsonNode undone) {
        out.add(2, plain(undone));
    }

    private void unknown(JsonNode unknown) {
        out.add(2, plain(unknown));
    }

    /** Every field of a thing, for what has no sentence of its own yet. */
    private static String plain(JsonNode json) {
        List<String> parts = new ArrayList<>();
        json.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (!value.isNull() && !(value.isContainerNode() && value.isEmpty())) {
                parts.add(field.getKey() + " " + (value.isValueNode() ? value.asText() : value.toString()));
            }
        });
        return String.join(", ", parts);
    }

    private void section(String name, String heading, java.util.function.Consumer<JsonNode> each) {
        if (!json.path(name).isEmpty()) {
            out.heading(heading);
            json.path(name).forEach(each);
        }
    }

    private String text(String name) {
        return json.path(name).asText();
    }

    private static String cite(JsonNode rule) {
        return rule.path("article").asText(rule.path("rule").asText())
                + (rule.path("confirmed").asBoolean(true) ? "" : " (unconfirmed)");
    }
}
