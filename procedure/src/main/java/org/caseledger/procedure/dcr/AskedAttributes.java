// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.StepType;

/** The closed lists of steps that guards of the graph ask about: each value becomes an event of its own. */
final class AskedAttributes {

    /** More events than these are not made of one step; its last attributes are then not told apart. */
    static final int MOST_EVENTS = 64;

    private final Map<String, Set<String>> asked = new HashMap<>();

    AskedAttributes(Definition definition) {
        Guards.of(definition)
                .forEach(guard -> Guards.leaves(guard.guard()).forEach(leaf -> collect(leaf, guard.triggers())));
    }

    private void collect(Condition leaf, List<String> triggers) {
        if (leaf instanceof Condition.Holds holds) {
            var step = holds.step();
            (step == null ? triggers : List.of(step)).forEach(name -> ask(name, holds.attribute()));
        } else if (leaf instanceof Condition.Present present) {
            triggers.forEach(name -> ask(name, present.attribute()));
        }
    }

    private void ask(String step, String attribute) {
        asked.computeIfAbsent(step, name -> new HashSet<>()).add(attribute);
    }

    /** The attributes that are told apart, in the order of the step: those asked about, from the first on, that fit. */
    List<Attribute> of(StepType step) {
        var chosen = new ArrayList<Attribute>();
        var events = 1;
        for (var attribute : step.attributes()) {
            if (attribute.type() == Attribute.Type.CODE
                    && asked.getOrDefault(step.name(), Set.of()).contains(attribute.name())) {
                events *= attribute.values().size() + (attribute.optional() ? 1 : 0);
                if (events > MOST_EVENTS) {
                    break;
                }
                chosen.add(attribute);
            }
        }
        return chosen;
    }

    /** Whether the events of the step tell that attribute. */
    boolean tells(StepType step, String attribute) {
        return of(step).stream().anyMatch(told -> told.name().equals(attribute));
    }

    /** Every combination of their values, in order; an optional attribute may also be left out. */
    List<Map<String, String>> combinations(StepType step) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (var attribute : of(step)) {
            var longer = new ArrayList<Map<String, String>>();
            for (var combination : combinations) {
                for (var value : attribute.values()) {
                    var with = new LinkedHashMap<>(combination);
                    with.put(attribute.name(), value);
                    longer.add(with);
                }
                if (attribute.optional()) {
                    longer.add(combination);
                }
            }
            combinations = longer;
        }
        return combinations;
    }
}
