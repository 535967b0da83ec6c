// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;

/** Tells an event of the journal in one line; every value in it is the event's. */
public final class Renderer {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(\\|date)?}");
    private static final DateTimeFormatter AS_WRITTEN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private final Properties lines;

    private Renderer(Properties lines) {
        this.lines = lines;
    }

    public static Renderer create() {
        try (InputStream in = Objects.requireNonNull(Renderer.class.getResourceAsStream("lines.properties"));
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties lines = new Properties();
            lines.load(reader);
            return new Renderer(lines);
        } catch (IOException e) {
            throw new CommandException(ExitCode.DEFECT, "The demo's lines cannot be read. Build again.", e);
        }
    }

    /** The line of an event; empty for one that is only evidence of a statement. */
    public Optional<String> line(JsonNode event) {
        return switch (event.path("kind").asText()) {
            case "chapter" ->
                Optional.of(
                        "\n" + lines.getProperty("chapter." + event.path("id").asText()));
            case "statement" -> Optional.of(statement(event));
            case "machine", "start" ->
                Optional.of("  " + filled(lines.getProperty(event.path("kind").asText()), event.path("answer")));
            default -> Optional.empty();
        };
    }

    private String statement(JsonNode event) {
        String template = lines.getProperty("statement." + event.path("id").asText());
        String text = filled(template, event.path("found"));
        return event.path("holds").asBoolean()
                ? "  ✓ " + text
                : "  ✗ " + text + "\n    expected " + event.path("expected");
    }

    private static String filled(String template, JsonNode values) {
        return PLACE.matcher(template)
                .replaceAll(
                        place -> Matcher.quoteReplacement(text(values.path(place.group(1)), place.group(2) != null)));
    }

    private static String text(JsonNode value, boolean date) {
        if (value.isMissingNode() || value.isNull()) {
            return "(nothing)";
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(item.isObject() ? pair(item) : item.asText()));
            return String.join(", ", items);
        }
        return date ? written(value.asText()) : value.asText();
    }

    /** An object of a name and a number, such as a part of the start and its duration. */
    private static String pair(JsonNode object) {
        List<String> parts = new ArrayList<>();
        object.forEach(value -> parts.add(value.asText()));
        return String.join(" ", parts);
    }

    private static String written(String date) {
        try {
            return AS_WRITTEN.format(LocalDate.parse(date));
        } catch (java.time.DateTimeException e) {
            return date;
        }
    }
}
