// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.caseledger.cli.procedure.Nearest;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The named fields of one place in a file. Every value is text, as it is written: no date, number or boolean is guessed. */
final class Fields {
    private static final Map<String, String> INSTEAD = Map.of(
            "definition", "; call it procedure",
            "roles", "; call it authorities",
            "occurredOn", "; call it date",
            "occurredAt", "; call it at",
            "irregularity", "; call it irregular",
            "ordinal", "; call it number",
            "supersedes", "; call it corrects",
            "attrs", "; write the attributes beside the step, such as basis: eurodac");

    private final Node node;
    private final Problems problems;
    private final Map<String, Node> names = new LinkedHashMap<>();
    private final Map<String, Node> values = new LinkedHashMap<>();

    private Fields(Node node, Problems problems) {
        this.node = node;
        this.problems = problems;
    }

    static Fields of(Node node, Problems problems, String instead) {
        Fields fields = new Fields(node, problems);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(fields::take);
        } else {
            problems.add(node, instead);
        }
        return fields;
    }

    private void take(NodeTuple tuple) {
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
            problems.add(tuple.getKeyNode(), "a field needs a name.");
        } else if (values.containsKey(key.getValue())) {
            problems.add(key, "'" + key.getValue() + "' is given twice; keep one.");
        } else {
            names.put(key.getValue(), key);
            values.put(key.getValue(), tuple.getValueNode());
        }
    }

    Node node() {
        return node;
    }

    Collection<String> names() {
        return names.keySet();
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** The value of a field that is there. */
    Node value(String name) {
        Node value = values.get(name);
        return value == null ? node : value;
    }

    /** The text of a field, or null where it is missing or no text; the latter is a problem. */
    @Nullable
    String text(String name) {
        return has(name) ? text(value(name), name) : null;
    }

    private @Nullable String text(Node value, String name) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        problems.add(value, "'" + name + "' needs one value; write it behind the colon.");
        return null;
    }

    /** One text or a list of them. */
    List<Node> several(String name) {
        return value(name) instanceof SequenceNode list ? list.getValue() : List.of(value(name));
    }

    @Nullable
    String text(Node value) {
        return text(value, "this");
    }

    void only(Collection<String> known, String where) {
        names.forEach((name, key) -> {
            if (!known.contains(name)) {
                String hint = INSTEAD.containsKey(name)
                        ? INSTEAD.get(name) + "."
                        : Nearest.hint(name, known).isEmpty()
                                ? "; known are " + String.join(", ", known) + "."
                                : Nearest.hint(name, known);
                problems.add(key, "'" + name + "' is not known " + where + hint);
            }
        });
    }
}
