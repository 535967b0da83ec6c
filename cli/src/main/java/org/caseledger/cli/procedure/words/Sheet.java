// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition as a lawyer reads it. Text, page and JSON say the same.
 *
 * @param hash of the canonical JSON; with the id it is what a case pins
 * @param channel who may learn that such a case exists
 * @param calendar how days are counted
 * @param law the acts and judgments of its rules, the most used first
 * @param values what a case keeps, each with its values; it begins with the first
 * @param ends when the procedure is over
 * @param unconfirmed rules that nothing confirms
 */
public record Sheet(
        String id,
        String hash,
        String title,
        @Nullable String note,
        String channel,
        String calendar,
        List<Acts.Act> law,
        List<Role> roles,
        String opening,
        List<Value> values,
        List<Step> steps,
        List<Limit> limits,
        List<Reading> readings,
        List<Parameter> parameters,
        Line ends,
        List<Line> conflicts,
        List<Cite> unconfirmed) {

    /** A role: how many may hold it, and how many steps and limits are its own. */
    public record Role(String name, String text) {}

    /** An attribute of the case. */
    public record Value(String name, List<String> values) {}

    /**
     * A step.
     *
     * @param by the role that does it, or who else
     * @param needs what the law asks before it, and what holds without
     * @param does what follows from it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            String name,
            @Nullable String title,
            @Nullable String note,
            String kind,
            String by,
            List<String> recordedBy,
            String text,
            List<Attribute> attributes,
            List<Line> needs,
            List<Line> does,
            Cite source) {}

    /** An attribute of a step: what it can hold, and whether it may be left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attribute(
            String name,
            List<String> values,
            String form,
            boolean optional,
            @Nullable String note) {}

    /** A limit, in sentences. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limit(
            String name, @Nullable String title, @Nullable String note, String by, List<Line> lines) {}

    /** A point on which courts and authorities differ: the options, the preferred first. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Reading(
            String name,
            @Nullable String title,
            @Nullable String note,
            List<String> options,
            String text,
            Cite source) {}

    /** A value that differs by country or rule. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parameter(
            String name,
            @Nullable String title,
            @Nullable String note,
            @Nullable String countryOf,
            List<Row> rows) {}

    /** A value of a parameter: for these countries (all others if empty), where the guard holds. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Row(List<String> countries, @Nullable Line when, String value, Cite source) {}
}
