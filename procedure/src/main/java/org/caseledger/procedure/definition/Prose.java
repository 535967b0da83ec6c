// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a definition tells people and the ledger never sees.
 *
 * @param conflicts where sources, courts or authorities differ
 * @param notes by the place of what they belong to: entries of lists by their name, other lists by number, e.g.
 *     {@code steps.decide}, {@code limits.transfer.lapse}, {@code limits.transfer.end[1]}
 * @param titles by the place of what they belong to, as the notes
 * @param links by the place of what they belong to, e.g. {@code laws.asylg}
 * @param acts links by the id of the act that they show, e.g. {@code de-asylg}
 */
public record Prose(
        String title,
        List<Conflict> conflicts,
        SortedMap<String, String> notes,
        SortedMap<String, String> titles,
        SortedMap<String, String> links,
        SortedMap<String, String> acts) {

    private static final String CONFLICTS = "conflicts";
    private static final Set<String> TEXTS = Set.of("title", "note", "link");
    private static final List<String> NAMES = List.of("parameter", "reading", "round", "step", "limit");

    public Prose {
        conflicts = List.copyOf(conflicts);
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
        titles = Collections.unmodifiableSortedMap(new TreeMap<>(titles));
        links = Collections.unmodifiableSortedMap(new TreeMap<>(links));
        acts = Collections.unmodifiableSortedMap(new TreeMap<>(acts));
    }

    /** A point on which sources, courts or authorities differ. */
    public record Conflict(String note, Source source) {}

    /** The note on an entry of a list, such as {@code note("limits", "transfer")}, or null. */
    public @Nullable String note(String list, String name) {
        return notes.get(list + "." + name);
    }

    /** The title of an entry of a list, such as {@code title("steps", "decide")}, or null. */
    public @Nullable String title(String list, String name) {
        return titles.get(list + "." + name);
    }

    /**
     * Reads the prose of a definition of the library and of the parts in it.
     *
     * @throws DefinitionException where the prose has not the form that it needs
     */
    public static Prose read(String file, String text, Parts parts) {
        var yaml = Yaml.read(file, text);
        var found = new Found();
        found.collect(yaml);
        for (var list : Part.LISTS) {
            for (var entry : yaml.json().path(list)) {
                var part = entry.has("part") ? parts.part(entry.path("part").asText()) : null;
                if (part != null) {
                    found.collect(Yaml.read(part.yaml().file(), part.yaml().text()));
                }
            }
        }
        return new Prose(
                yaml.json().path("title").asText(),
                found.conflicts.stream().distinct().toList(),
                found.notes,
                found.titles,
                found.links,
                found.acts);
    }

    /** The tree of a text without its prose. */
    static ObjectNode removed(Yaml yaml) {
        var at = new Cursor(yaml.json(), "", yaml::place);
        at.entries();
        remove(at);
        return (ObjectNode) yaml.json();
    }

    private static void remove(Cursor at) {
        if (at.json() instanceof ObjectNode object) {
            TEXTS.forEach(name -> at.optional(name, Cursor::text));
            object.remove(TEXTS);
            object.remove(CONFLICTS);
            at.entries().values().forEach(Prose::remove);
        } else if (at.isList()) {
            at.list(entry -> {
                remove(entry);
                return entry;
            });
        }
    }

    /** What the texts of a definition and of its parts say; who says it first is heard. */
    private static final class Found {
        private final List<Conflict> conflicts = new ArrayList<>();
        private final SortedMap<String, String> notes = new TreeMap<>();
        private final SortedMap<String, String> titles = new TreeMap<>();
        private final SortedMap<String, String> links = new TreeMap<>();
        private final SortedMap<String, String> acts = new TreeMap<>();

        private void collect(Yaml yaml) {
            collect(yaml.json(), "");
            var at = new Cursor(yaml.json(), "", yaml::place);
            var plain = removed(new Yaml(yaml.file(), yaml.text(), yaml.json().deepCopy()));
            var sources = SourceReader.of(new Cursor(plain, "", yaml::place));
            conflicts.addAll(at.optionalList(CONFLICTS, conflict -> {
                conflict.only("note", "source");
                return new Conflict(conflict.at("note").text(), sources.read(conflict.at("source")));
            }));
        }

        private void collect(JsonNode json, String path) {
            if (!path.isEmpty() || json.has("definition")) {
                keep(json, "note", path, notes);
                keep(json, "title", path, titles);
            }
            keep(json, "link", path, links);
            for (var act : List.of("act", "celex")) {
                if (json.path(act).isTextual()) {
                    keep(json, "link", json.get(act).asText(), acts);
                }
            }
            json.properties().forEach(field -> {
                if (!field.getKey().equals(CONFLICTS)) {
                    collect(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey());
                }
            });
            for (int i = 0; json.isArray() && i < json.size(); i++) {
                collect(json.get(i), entry(json.get(i), path, i));
            }
        }

        private static void keep(JsonNode json, String text, String place, SortedMap<String, String> texts) {
            if (json.path(text).isTextual()) {
                texts.putIfAbsent(place, json.get(text).asText());
            }
        }
    }

    private static String entry(JsonNode entry, String list, int index) {
        return NAMES.stream()
                .filter(name -> list.equals(name + "s") && entry.has(name))
                .map(name -> list + "." + entry.get(name).asText())
                .findFirst()
                .orElse(list + "[" + index + "]");
    }
}
