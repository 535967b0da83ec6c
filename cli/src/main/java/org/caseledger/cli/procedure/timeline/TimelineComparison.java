// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.caseledger.cli.procedure.words.Spell;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.engine.Comparison;
import org.caseledger.procedure.library.Library;
import org.jspecify.annotations.Nullable;

/** The same timeline under two definitions, or two versions of one. */
public record TimelineComparison(TimelineEvaluation before, TimelineEvaluation after) {
    /** What people ask first. */
    private static final Set<String> ASKED = Set.of("responsible", "values", "due", "lapsed", "ended", "refused");

    public static TimelineComparison of(
            Library library, Timeline timeline, Definition also, LocalDate asOf, @Nullable LocalDate knownAt) {
        Timeline other = new Timeline(also, timeline.roles(), timeline.names(), timeline.steps());
        return new TimelineComparison(
                TimelineEvaluation.of(library, timeline, asOf, knownAt),
                TimelineEvaluation.of(library, other, asOf, knownAt));
    }

    /** Both evaluations and the names of the fields in which they differ. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("v", 1);
        json.put("agree", agree());
        ArrayNode differ = json.putArray("differ");
        differences().forEach(differ::add);
        json.set("before", EvaluationJson.of(before));
        json.set("after", EvaluationJson.of(after));
        return json;
    }

    public String text() {
        String heading = agree() ? "Both come to the same." : "They differ in: " + Spell.and(differences()) + ".";
        return EvaluationText.of(before) + "\n" + "=".repeat(100) + "\n" + heading + "\n\n" + EvaluationText.of(after);
    }

    private boolean agree() {
        return new Comparison(before.evaluation(), after.evaluation()).agree()
                && before.refused().equals(after.refused());
    }

    private List<String> differences() {
        ObjectNode one = EvaluationJson.of(before);
        ObjectNode other = EvaluationJson.of(after);
        return ASKED.stream()
                .filter(field -> !one.path(field).equals(other.path(field)))
                .sorted()
                .toList();
    }
}
