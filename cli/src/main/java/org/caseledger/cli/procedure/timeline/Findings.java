// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.cli.procedure.words.Spell;

/** One sentence for each finding of an evaluation. */
final class Findings {
    private Findings() {}

    static String responsible(JsonNode responsible) {
        String role = responsible.path("role").asText();
        if (responsible.path("since").isNull()) {
            return role;
        }
        String authority = responsible.path("authority").isNull()
                ? role
                : responsible.path("authority").asText() + " (" + role + ")";
        return authority + ", since " + responsible.path("since").asText() + ", by " + cite(responsible);
    }

    static String lapsed(JsonNode lapsed) {
        String named = lapsed.path("as").isNull()
                ? ""
                : ": " + lapsed.path("as").asText() + ", deemed on "
                        + lapsed.path("deemedOn").asText();
        List<String> notFor = words(lapsed.path("notFor"));
        return limit(lapsed) + named + "; its consequence holds since "
                + lapsed.path("since").asText() + ", by " + cite(lapsed) + "."
                + (notFor.isEmpty() ? "" : " The role " + Spell.or(notFor) + " may not rely on it.");
    }

    static String remark(JsonNode remark) {
        return remark.path("step").asText() + ", " + remark.at("/flag/kind").asText() + ": "
                + remark.path("because").asText() + ".";
    }

    static String refused(JsonNode refused) {
        return refused.path("step").asText() + " (line " + refused.path("line").asText() + "): "
                + refused.path("because").asText() + ".";
    }

    static String invocable(JsonNode right) {
        String until = right.path("until").isNull()
                ? "at any time"
                : "until " + right.path("until").asText();
        return "the " + right.path("by").asText() + " may rely on " + limit(right) + ", since that day and " + until
                + ", by " + cite(right) + ".";
    }

    static String barred(JsonNode barred) {
        List<String> limits = words(barred.path("limits"));
        return barred.path("step").asText() + ", by " + cite(barred)
                + (limits.isEmpty() ? "." : "; its clock runs: " + Spell.and(limits) + ".");
    }

    static String undone(JsonNode undone) {
        return limit(undone) + " had passed, with its consequence since "
                + undone.path("since").asText() + "; the step "
                + undone.path("by").asText() + ", recorded later, undid that.";
    }

    static String unknown(JsonNode unknown) {
        List<String> changes = new ArrayList<>();
        if (unknown.path("responsible").isObject()) {
            changes.add("responsible would be " + responsible(unknown.path("responsible")));
        }
        unknown.path("limits")
                .forEach(limit -> changes.add(limit(limit)
                        + (limit.path("end").isNull()
                                ? " would not run"
                                : " would end on " + limit.path("end").asText())));
        return "If " + unknown.path("attribute").asText() + " of "
                + unknown.path("step").asText() + " (step "
                + unknown.path("command").asText() + ") were "
                + unknown.path("value").asText() + ": "
                + (changes.isEmpty() ? "nothing would change" : String.join("; ", changes)) + ".";
    }

    static String limit(JsonNode json) {
        int round = json.path("round").asInt();
        return json.path("limit").asText() + (round > 1 ? " (round " + round + ")" : "");
    }

    static String cite(JsonNode rule) {
        return rule.path("article").asText(rule.path("rule").asText())
                + (rule.path("confirmed").asBoolean(true) ? "" : " (unconfirmed)");
    }

    static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(word.asText()));
        return words;
    }
}
