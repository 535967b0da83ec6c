// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A node of a definition's content.
 *
 * @param keys names and indices from the root
 * @param path the way to it in words
 * @param source the nearest rule's source
 */
record Place(ObjectNode root, List<Object> keys, JsonNode node, String path, String source) {

    private static final List<String> NAMES = List.of("parameter", "reading", "round", "step", "limit");

    private static final Set<String> GUARDS = Set.of("when", "while", "that", "where", "is");

    static Place of(ObjectNode root) {
        return new Place(root, List.of(), root, "", "");
    }

    /** The name of the field that it is, or that the list is in which it stands. */
    String field() {
        for (int i = keys.size() - 1; i >= 0; i--) {
            if (keys.get(i) instanceof String name) {
                return name;
            }
        }
        return "";
    }

    /** Whether it stands in a list. */
    boolean isEntry() {
        return !keys.isEmpty() && keys.get(keys.size() - 1) instanceof Integer;
    }

    /** The list of the definition to which it belongs, such as {@code limits}. */
    String list() {
        return keys.isEmpty() ? "" : String.valueOf(keys.get(0));
    }

    /** Whether it belongs to the attributes of a step, whose names mean no rule. */
    boolean isAttribute() {
        return keys.contains("attrs");
    }

    /** Whether it belongs to a guard, where fields are the names of attributes. */
    boolean isInGuard() {
        return keys.subList(0, Math.max(0, keys.size() - 1)).stream().anyMatch(GUARDS::contains);
    }

    /** The rule that it is in, with its source; the whole entry of a list of the definition where there is none. */
    private JsonNode rule() {
        for (int depth = keys.size(); depth > 2; depth--) {
            if (at(root, depth).has("source")) {
                return at(root, depth);
            }
        }
        return at(root, Math.min(2, keys.size()));
    }

    /** The name of the entry in which it stands, and all names that its rule speaks of. */
    private SortedSet<String> words() {
        var words = new TreeSet<String>();
        Words.addTo(words, rule());
        if (keys.size() > 1) {
            Optional.ofNullable(nameOrNull(at(root, 2))).ifPresent(words::add);
        }
        return words;
    }

    List<Place> children() {
        var children = new ArrayList<Place>();
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(entry -> children.add(child(
                            entry.getKey(),
                            entry.getValue(),
                            path.isEmpty() ? entry.getKey() : path + "." + entry.getKey())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                children.add(child(i, array.get(i), name(array.get(i), i)));
            }
        }
        return children;
    }

    /** Every place from here on. */
    void walk(Consumer<Place> visitor) {
        visitor.accept(this);
        children().forEach(child -> child.walk(visitor));
    }

    Mutant replaced(JsonNode by, String change) {
        return mutant(change, copy -> put(copy, by));
    }

    Mutant removed(String change) {
        return mutant(change, copy -> {
            var last = keys.get(keys.size() - 1);
            if (parent(copy) instanceof ObjectNode object) {
                object.remove((String) last);
            } else if (parent(copy) instanceof ArrayNode array) {
                array.remove((Integer) last);
            }
        });
    }

    /** The same node in a copy of the definition, to be changed there. */
    Mutant changed(String change, Consumer<ObjectNode> edit) {
        return mutant(change, copy -> edit.accept((ObjectNode) at(copy, keys.size())));
    }

    private Mutant mutant(String change, Consumer<ObjectNode> edit) {
        return new Mutant(change, path, source, words(), () -> {
            var copy = root.deepCopy();
            edit.accept(copy);
            return copy;
        });
    }

    private void put(ObjectNode copy, JsonNode value) {
        var last = keys.get(keys.size() - 1);
        if (parent(copy) instanceof ObjectNode object) {
            object.set((String) last, value);
        } else if (parent(copy) instanceof ArrayNode array) {
            array.set((Integer) last, value);
        }
    }

    private JsonNode parent(ObjectNode copy) {
        return at(copy, keys.size() - 1);
    }

    private JsonNode at(JsonNode copy, int depth) {
        JsonNode at = copy;
        for (var key : keys.subList(0, depth)) {
            at = key instanceof Integer index ? at.get(index) : at.get((String) key);
        }
        return at;
    }

    private Place child(Object key, JsonNode child, String way) {
        var all = new ArrayList<>(keys);
        all.add(key);
        return new Place(root, List.copyOf(all), child, way, sourceOf(child));
    }

    /** Its own source; of a limit that of its first end; else that of what it is in. */
    private String sourceOf(JsonNode child) {
        if (child.has("source")) {
            return text(child.get("source"));
        }
        return child.has("limit") ? text(child.at("/end/0/source")) : source;
    }

    private String name(JsonNode entry, int index) {
        var name = keys.size() == 1 ? nameOrNull(entry) : null;
        return name == null ? path + "[" + index + "]" : path + "." + name;
    }

    private @Nullable String nameOrNull(JsonNode entry) {
        return NAMES.stream()
                .filter(name -> (name + "s").equals(list()) && entry.has(name))
                .map(name -> entry.get(name).asText())
                .findFirst()
                .orElse(null);
    }

    private static String text(JsonNode source) {
        if (source.isTextual()) {
            return source.asText();
        }
        var act = source.path("celex").asText(source.path("act").asText());
        return (act + " " + source.path("article").asText()).trim();
    }
}
