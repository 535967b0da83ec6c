// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.calendar.CalendarReader;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.record.CanonicalJson;

/**
 * The shipped definitions and calendars.
 *
 * @param definitions by id
 * @param calendars by id
 */
public record Library(List<Definition> definitions, List<Calendar> calendars) {

    private static final List<String> DEFINITIONS = List.of("dublin3-take-back", "gdpr-erasure");
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
        return new Library(
                DEFINITIONS.stream().map(Library::readDefinition).toList(),
                CALENDARS.stream().map(Library::readCalendar).toList());
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

    /** The calendars that a case under the definition pins, sorted by id. */
    public List<Calendar> calendarsOf(Definition definition) {
        return calendars.stream()
                .filter(calendar ->
                        definition.calendars().contains(calendar.pin().id()))
                .toList();
    }

    private static Definition readDefinition(String name) {
        var file = name + ".yaml";
        return DefinitionReader.readYaml(file, new String(resource("definitions/" + file), StandardCharsets.UTF_8));
    }

    private static Calendar readCalendar(String name) {
        return CalendarReader.read(CanonicalJson.read(resource("calendars/" + name + ".json")));
    }

    private static byte[] resource(String name) {
        try (var stream = Library.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the library lacks " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the library cannot read " + name, e);
        }
    }
}
