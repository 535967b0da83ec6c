// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;

/**
 * What happened, as a file tells it.
 *
 * @param names authority id to what the file calls it: a country alone stands for an authority of that country
 * @param steps in the order of the file
 */
public record Timeline(Definition definition, Roles roles, SortedMap<String, String> names, List<Step> steps) {
    public Timeline {
        names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        steps = List.copyOf(steps);
    }

    /**
     * A step of the file.
     *
     * @param id as the file says, else the step's place in the file, from 1
     */
    public record Step(String id, int line, RecordedStep recorded) {}
}
