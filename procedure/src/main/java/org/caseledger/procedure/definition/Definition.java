// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.caseledger.procedure.record.Pin;
import org.jspecify.annotations.Nullable;

/**
 * A procedure as data: steps, order, limits, readings.
 *
 * @param pin {@code name@version} and hash of the canonical JSON
 * @param content the canonical JSON that is proposed to the ledger: without prose
 * @param semantics version of the engine's semantics that it was written for
 * @param channel the class of channel that it needs
 * @param calendar id of the calendar that counts
 * @param roles role to whether several authorities may hold it
 * @param openingRole the role that opens a case
 * @param openingSteps the steps that a case can open with
 * @param attributes case attribute to its closed list; it begins with the first value
 * @param ends when the procedure is over
 */
public record Definition(
        Pin pin,
        ObjectNode content,
        int semantics,
        Channel channel,
        String calendar,
        SortedMap<String, Boolean> roles,
        String openingRole,
        List<String> openingSteps,
        SortedMap<String, List<String>> attributes,
        List<Parameter> parameters,
        List<Reading> readings,
        List<Round> rounds,
        List<StepType> steps,
        List<Bar> bars,
        List<Limit> limits,
        Condition ends,
        Source endsSource) {

    /** Who may learn that such a case exists. */
    public enum Channel {
        COMMON,
        NEED_TO_KNOW
    }

    /** The case attribute that says which role is responsible. */
    public static final String RESPONSIBLE = "responsible";

    public @Nullable StepType step(String name) {
        return steps.stream()
                .filter(step -> step.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Limit limit(String name) {
        return limits.stream()
                .filter(limit -> limit.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Parameter parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Another of the same roles, values and rounds. */
    public Definition with(
            Pin name,
            ObjectNode written,
            List<Reading> asked,
            List<StepType> types,
            List<Bar> barred,
            List<Limit> due) {
        return new Definition(
                name,
                written,
                semantics,
                channel,
                calendar,
                roles,
                openingRole,
                openingSteps,
                attributes,
                parameters,
                asked,
                rounds,
                types,
                barred,
                due,
                ends,
                endsSource);
    }

    /** The canonical JSON that is proposed to the ledger; a copy. */
    @Override
    public ObjectNode content() {
        return content.deepCopy();
    }

    /** The calendars that a case under this definition pins: those that count and those of its notes, sorted. */
    public List<String> calendars() {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(calendar),
                                limits.stream().flatMap(limit -> Stream.ofNullable(limit.calendar()))),
                        readings.stream().flatMap(reading -> Stream.ofNullable(reading.calendar())))
                .sorted()
                .distinct()
                .toList();
    }
}
