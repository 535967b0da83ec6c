// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.caseledger.cli.procedure.show.Paragraphs;
import org.caseledger.cli.procedure.words.Spell;

/** An evaluation for a caseworker: days first, then what they mean. */
public final class EvaluationText {
    private static final String DAY = "%-12s";
    private static final int UNDER_THE_DAY = 14;

    private final ObjectNode json;
    private final Timeline timeline;
    private final Paragraphs out = new Paragraphs();

    private EvaluationText(ObjectNode json, Timeline timeline) {
        this.json = json;
        this.timeline = timeline;
    }

    public static String of(TimelineEvaluation result) {
        return new EvaluationText(EvaluationJson.of(result), result.timeline()).write();
    }

    private String write() {
        head();
        out.heading("Due");
        if (json.path("due").isEmpty()) {
            out.add(2, "Nothing is due.");
        }
        json.path("due").forEach(this::limit);
        section("lapsed", "Passed unmet", "end", Findings::lapsed);
        next();
        others();
        section("invocable", "What can be relied on", "since", Findings::invocable);
        section("barred", "Forbidden now", "", Findings::barred);
        section("remarks", "Remarks", "occurredOn", Findings::remark);
        section("undone", "No longer so", "end", Findings::undone);
        section("refused", "Steps that a ledger would refuse; they change nothing", "date", Findings::refused);
        section("unknowns", "What an unknown would change", "", Findings::unknown);
        section("unconfirmed", "Rules used here that nothing confirms", "", Findings::cite);
        return out.toString();
    }

    private void head() {
        String known = json.path("knownAt").isNull()
                ? ""
                : ", as known on " + json.path("knownAt").asText();
        out.add(
                0,
                json.at("/definition/id").asText() + ", as of "
                        + json.path("asOf").asText() + known);
        out.blank();
        nothingYet();
        JsonNode responsible = json.path("responsible");
        out.add(0, "Responsible: " + Findings.responsible(responsible) + ".");
        for (JsonNode world : json.path("worlds")) {
            if (!world.path("preferred").asBoolean()
                    && !world.path("responsible").equals(responsible)) {
                out.add(
                        2,
                        "Under the reading " + world.path("name").asText() + ": "
                                + Findings.responsible(world.path("responsible")) + ".");
            }
        }
        json.path("values").properties().forEach(value -> value(value.getKey(), value.getValue()));
        if (json.path("ended").isObject()) {
            out.add(
                    0,
                    "Ended on " + json.at("/ended/on").asText() + " by "
                            + json.at("/ended/by").asText() + ".");
        }
    }

    /** Says so where the day asked for lies before everything. */
    private void nothingYet() {
        List<LocalDate> days = timeline.steps().stream()
                .map(step -> step.recorded().record().occurredOn())
                .sorted()
                .toList();
        if (!days.isEmpty()
                && days.get(0).isAfter(LocalDate.parse(json.path("asOf").asText()))) {
            out.add(0, "Nothing has happened by then; the first step is of " + days.get(0) + ".");
        }
    }

    /** What the case keeps, where something set it. */
    private void value(String name, JsonNode value) {
        if (!name.equals("responsible") && !value.path("since").isNull()) {
            out.add(
                    0,
                    Spell.capital(name) + ": " + value.path("value").asText() + ", since "
                            + value.path("since").asText() + ", by " + Findings.cite(value) + ".");
        }
    }

    private void limit(JsonNode limit) {
        String end = limit.path("end").isNull() ? "no day" : limit.path("end").asText();
        out.add(
                2,
                String.format(DAY, end),
                Spell.or(Findings.words(limit.path("steps"))) + ", from " + holders(limit.path("from")) + ": "
                        + status(limit) + ". Limit " + Findings.limit(limit) + ", " + Findings.cite(limit) + ".");
        out.add(
                UNDER_THE_DAY,
                span(limit) + Spell.capital(limit.at("/because/counting").asText()) + ".");
        limit.path("history").forEach(change -> {
            if (!change.path("effective").asBoolean()) {
                out.add(
                        UNDER_THE_DAY,
                        "Without effect: " + change.path("verb").asText() + " on "
                                + change.path("on").asText() + ", because "
                                + change.path("because").asText() + ".");
            }
        });
    }

    private static String holders(JsonNode from) {
        List<String> names = Findings.words(from.path("authorities"));
        String role = from.path("role").asText();
        return names.isEmpty() ? role : Spell.and(names) + " (" + role + ")";
    }

    private static String status(JsonNode limit) {
        String met =
                limit.path("metOn").isNull() ? "" : " on " + limit.path("metOn").asText();
        long late = limit.path("daysLate").asLong();
        return limit.path("status").asText() + met + (late == 0 ? "" : ", " + Spell.count(late, "day") + " late");
    }

    private static String span(JsonNode limit) {
        List<String> parts = new ArrayList<>();
        if (!limit.path("earliest").isNull() && !limit.path("earliest").equals(limit.path("latest"))) {
            parts.add("Between " + limit.path("earliest").asText() + " and "
                    + limit.path("latest").asText() + ", as one reads the law. ");
        }
        if (!limit.path("alternative").isNull() && !limit.path("alternative").equals(limit.path("end"))) {
            parts.add("By the other calendar " + limit.path("alternative").asText() + ". ");
        }
        return String.join("", parts);
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

    private void others() {
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

    private void section(String name, String heading, String day, Function<JsonNode, String> sentence) {
        if (!json.path(name).isEmpty()) {
            out.heading(heading);
            json.path(name)
                    .forEach(each -> out.add(
                            2,
                            day.isEmpty()
                                    ? ""
                                    : String.format(DAY, each.path(day).asText()),
                            sentence.apply(each)));
        }
    }
}
