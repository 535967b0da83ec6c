// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;

/** Takes away from an example what it can do without, until nothing more can go. */
final class Shrinking {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Predicate<Example> differs;
    private Example example;

    private Shrinking(Example example, Predicate<Example> differs) {
        this.example = example;
        this.differs = differs;
    }

    /** The smallest that still differs; what fails otherwise than before does not count. */
    static Example of(Example example, Predicate<Example> differs) {
        return new Shrinking(example, differs).shrunk();
    }

    private Example shrunk() {
        var shrinks = true;
        while (shrinks) {
            shrinks = dropSteps();
            shrinks |= plainSteps();
            shrinks |= dropRules();
        }
        return example;
    }

    private boolean tryOut(Example smaller) {
        boolean still;
        try {
            still = differs.test(smaller);
        } catch (RuntimeException refused) {
            // The checker takes no definition without what its other rules speak of.
            still = false;
        }
        if (still) {
            example = smaller;
        }
        return still;
    }

    private boolean dropSteps() {
        var dropped = false;
        for (int i = example.steps().size() - 1; i > 0; i--) {
            var steps = new ArrayList<>(example.steps());
            steps.remove(i);
            dropped |= tryOut(example.withSteps(steps));
        }
        return dropped;
    }

    private boolean plainSteps() {
        var plainer = false;
        List<UnaryOperator<StepRecord>> ways = List.of(
                step -> copy(step, 0),
                step -> copy(step, 1),
                step -> copy(step, 2),
                step -> copy(step, 3),
                step -> copy(step, 4));
        for (var way : ways) {
            for (int i = 0; i < example.steps().size(); i++) {
                var steps = new ArrayList<>(example.steps());
                var step = steps.get(i);
                var record = way.apply(step.record());
                if (!record.equals(step.record())) {
                    steps.set(i, new RecordedStep(record, step.authority(), step.recordedAt()));
                    plainer |= tryOut(example.withSteps(steps));
                }
            }
        }
        return plainer;
    }

    /** Without its hour, its number within the day, its last day, its round, or what it states. */
    private static StepRecord copy(StepRecord step, int without) {
        return new StepRecord(
                step.command(),
                step.step(),
                step.role(),
                step.occurredOn(),
                without == 0 ? null : step.occurredAt(),
                without == 1 ? null : step.ordinal(),
                without == 2 ? null : step.until(),
                without == 3 ? null : step.round(),
                without == 4 ? codes(step) : step.attributes(),
                step.annuls(),
                step.contests(),
                step.supersedes(),
                step.withdrawal(),
                step.reason(),
                step.irregularity());
    }

    /** Dates and periods are optional in random definitions. */
    private static SortedMap<String, String> codes(StepRecord step) {
        var codes = new TreeMap<>(step.attributes());
        codes.keySet().retainAll(List.of("a"));
        return codes;
    }

    private boolean dropRules() {
        var dropped = false;
        try {
            var tree = YAML.readTree(example.yaml());
            for (int i = count(tree) - 1; i > 0; i--) {
                var smaller = YAML.readTree(example.yaml());
                var at = new int[] {i};
                if (i < count(smaller) && drop(smaller, at)) {
                    dropped |= tryOut(example.withYaml(Flow.write(smaller)));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return dropped;
    }

    private static int count(JsonNode node) {
        var count = 1;
        for (var child : node) {
            count += count(child);
        }
        return count;
    }

    /** Takes away the node at that place, in order of the text. */
    private static boolean drop(JsonNode node, int[] at) {
        if (node instanceof ObjectNode object) {
            for (var field : List.copyOf(object.properties())) {
                if (--at[0] == 0) {
                    object.remove(field.getKey());
                    return true;
                } else if (drop(field.getValue(), at)) {
                    return true;
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (--at[0] == 0) {
                    array.remove(i);
                    return true;
                } else if (drop(array.get(i), at)) {
                    return true;
                }
            }
        }
        return false;
    }
}
