// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Reading;

/**
 * A choice for every reading whose options make worlds.
 *
 * @param choices reading to option
 */
record World(SortedMap<String, String> choices) {

    /** All worlds, the preferred one first. */
    static List<World> all(Definition definition) {
        var worlds = List.of(new World(new TreeMap<>()));
        for (var reading : definition.readings()) {
            if (reading.kind() == Reading.Kind.SPAN) {
                worlds = split(worlds, reading);
            }
        }
        return worlds;
    }

    /** The option that holds here, or the empty text for a reading that makes no worlds. */
    String option(String reading) {
        return choices.getOrDefault(reading, "");
    }

    String name() {
        if (choices.isEmpty()) {
            return "only";
        }
        return String.join(
                ",",
                choices.entrySet().stream()
                        .map(choice -> choice.getKey() + "=" + choice.getValue())
                        .toList());
    }

    private static List<World> split(List<World> worlds, Reading reading) {
        var split = new ArrayList<World>();
        for (var world : worlds) {
            for (var option : reading.options()) {
                var choices = new TreeMap<>(world.choices);
                choices.put(reading.name(), option);
                split.add(new World(choices));
            }
        }
        return split;
    }
}
