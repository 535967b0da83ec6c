// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.calendar.CalendarReader;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.definition.Parts;
import org.caseledger.procedure.definition.Prose;
import org.caseledger.procedure.record.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * The shipped definitions and calendars.
 *
 * @param definitions by id
 * @param calendars by id
 */
public record Library(List<Definition> definitions, List<Calendar> calendars) {

    private static final List<String> CALENDARS = List.of(
            "coe-cets-76",
            "de-bgb-187-193",
            "eu-2024-1348-art73",
            "eu-2024-1351-art75",
            "eu-604-2013-art42",
            "reg-1182-71");

    public Library {
        definitions = List.copyOf(definitions);
        calendars = List.copyOf(calendars);
    }

    /** Reads what ships from the class path. */
    public static Library shipped() {
        var parts = parts();
        var calendars = CompletableFuture.supplyAsync(
                () -> CALENDARS.stream().map(Library::readCalendar).toList());
        var definitions = index().parallelStream()
                .map(name -> readDefinition(name, parts))
                .toList();
        return new Library(definitions, calendars.join());
    }

    /**
     * The shipped definition of that id alone, without the time that reading the others takes.
     *
     * @throws IllegalArgumentException if none of that id ships
     */
    public static Definition only(String id) {
        return readDefinition(name(id), parts());
    }

    /** The parts that ship, for definitions that do not. */
    public static Parts parts() {
        return Parts.of(Library::part);
    }

    /**
     * The definition of that id.
     *
     * @throws IllegalArgumentException if none of that id ships
     */
    public Definition definition(String id) {
        return definitions.stream()
                .filter(definition -> definition.pin().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no definition " + id + " ships"));
    }

    /**
     * The calendar of that id.
     *
     * @throws IllegalArgumentException if none of that id ships
     */
    public Calendar calendar(String id) {
        return calendars.stream()
                .filter(calendar -> calendar.pin().id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no calendar " + id + " ships"));
    }

    /**
     * Of this library what these definitions need.
     *
     * @throws IllegalArgumentException if one of them does not ship
     */
    public Library of(List<String> ids) {
        var chosen = ids.stream().map(this::definition).toList();
        return new Library(
                chosen,
                calendars.stream()
                        .filter(calendar -> chosen.stream().anyMatch(definition -> definition
                                .calendars()
                                .contains(calendar.pin().id())))
                        .toList());
    }

    /** The calendars that a case under the definition pins, sorted by id. */
    public List<Calendar> calendarsOf(Definition definition) {
        return calendars.stream()
                .filter(calendar ->
                        definition.calendars().contains(calendar.pin().id()))
                .toList();
    }

    /**
     * What the library tells people about a shipped definition.
     *
     * @throws IllegalArgumentException if none of that id ships
     */
    public static Prose prose(String id) {
        var file = name(id) + ".yaml";
        return Prose.read(file, text("definitions/" + file), parts());
    }

    private static Definition readDefinition(String name, Parts parts) {
        var file = name + ".yaml";
        return DefinitionReader.readYaml(file, text("definitions/" + file), parts);
    }

    private static Calendar readCalendar(String name) {
        return CalendarReader.read(CanonicalJson.read(resource("calendars/" + name + ".json")));
    }

    private static @Nullable String part(String name) {
        var bytes = resourceOrNull("parts/" + name + ".yaml");
        return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The name of a definition's file. */
    private static String name(String id) {
        var name = id.endsWith("@1") ? id.substring(0, id.length() - 2) : id;
        if (!index().contains(name)) {
            throw new IllegalArgumentException("no definition " + id + " ships");
        }
        return name;
    }

    /** The definitions: the first version of each by its name, later ones by their id. */
    private static List<String> index() {
        return text("definitions/index.txt").lines().sorted().toList();
    }

    private static String text(String name) {
        return new String(resource(name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        var bytes = resourceOrNull(name);
        if (bytes == null) {
            throw new IllegalStateException("the library lacks " + name);
        }
        return bytes;
    }

    private static byte @Nullable [] resourceOrNull(String name) {
        try (var stream = Library.class.getResourceAsStream(name)) {
            return stream == null ? null : stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the library cannot read " + name, e);
        }
    }
}
