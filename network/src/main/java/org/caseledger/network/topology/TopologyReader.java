// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.topology;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads a topology and says of every mistake in which line it stands and how to mend it. */
final class TopologyReader {
    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private TopologyReader() {}

    static Topology load(Path file) {
        try {
            return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new TopologyException(
                    "The topology " + file + " cannot be read (" + e.getMessage() + "). Check its name and its rights.",
                    e);
        }
    }

    static Topology shipped(String name) {
        String file = name + ".yaml";
        try (InputStream yaml = Objects.requireNonNull(TopologyReader.class.getResourceAsStream(file), file)) {
            return parse(file, new String(yaml.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new TopologyException("The topology " + file + " is not readable. Build the project again.", e);
        }
    }

    static Topology parse(String name, String yaml) {
        try {
            Topology topology = MAPPER.readValue(yaml, Topology.class);
            if (topology == null) {
                throw new TopologyException(name + " is empty. Write at least data, ports, authorities and channels.");
            }
            return topology;
        } catch (UnrecognizedPropertyException e) {
            throw new TopologyException(
                    at(name, e) + "the key \"" + e.getPropertyName() + "\" is unknown" + nearest(e) + ". Known here: "
                            + list(e.getKnownPropertyIds()) + ".",
                    e);
        } catch (ValueInstantiationException e) {
            Throwable cause = e.getCause();
            String sentence = cause instanceof TopologyException ? cause.getMessage() : "a value has the wrong form.";
            throw new TopologyException(before(name, e) + sentence, e);
        } catch (JsonMappingException e) {
            throw new TopologyException(
                    at(name, e) + "the value of \"" + path(e) + "\" has the wrong form. Compare it with the demo's"
                            + " topology in docs/operations.md.",
                    e);
        } catch (JsonProcessingException e) {
            throw new TopologyException(
                    at(name, e) + "this is not YAML (" + firstLine(e.getOriginalMessage()) + "). Mend the line.", e);
        }
    }

    private static String at(String name, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        return location == null ? name + ": " : name + ", line " + location.getLineNr() + ": ";
    }

    /** A rule over several keys fails where they end. */
    private static String before(String name, JsonMappingException e) {
        String where = path(e).isEmpty() ? "" : " (" + path(e) + ")";
        return name + ", up to line " + e.getLocation().getLineNr() + where + ": ";
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(part -> part.getFieldName() == null ? "" + part.getIndex() : part.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String list(Collection<Object> keys) {
        return keys.stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
    }

    private static String nearest(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream()
                .map(Object::toString)
                .filter(known -> EditDistance.of(known, e.getPropertyName()) <= 2)
                .findFirst()
                .map(known -> "; did you mean \"" + known + "\"?")
                .orElse("");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("").strip();
    }
}
