// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Parameter;
import org.caseledger.procedure.definition.Prose;
import org.caseledger.procedure.definition.Reading;
import org.caseledger.procedure.definition.Source;
import org.caseledger.procedure.definition.Sources;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.library.Library;
import org.jspecify.annotations.Nullable;

/** Writes the sheet of a definition. */
public final class SheetWriter {
    private final Definition definition;
    private final Prose prose;
    private final Acts acts;

    private SheetWriter(Definition definition, Prose prose) {
        this.definition = definition;
        this.prose = prose;
        this.acts = new Acts(prose);
    }

    /** @param country whose values of parameters are asked, or null for all */
    public static Sheet of(Library library, Definition definition, @Nullable String country) {
        Prose prose = Library.prose(definition.pin().id());
        return new SheetWriter(definition, prose).sheet(library.calendar(definition.calendar()), country);
    }

    private Sheet sheet(Calendar calendar, @Nullable String country) {
        return new Sheet(
                definition.pin().id(),
                definition.pin().hash(),
                prose.title(),
                prose.notes().get(""),
                switch (definition.channel()) {
                    case COMMON -> "common: every authority of the consortium";
                    case NEED_TO_KNOW ->
                        "need-to-know: only authorities that take part may learn that such a case exists";
                },
                calendar(calendar),
                acts.of(definition, prose),
                definition.roles().entrySet().stream().map(this::role).toList(),
                definition.openingRole() + " opens a case with " + Spell.or(definition.openingSteps()) + ".",
                definition.attributes().entrySet().stream()
                        .map(value -> new Sheet.Value(value.getKey(), value.getValue()))
                        .toList(),
                definition.steps().stream().map(this::step).toList(),
                definition.limits().stream().map(this::limit).toList(),
                definition.readings().stream().map(this::reading).toList(),
                definition.parameters().stream()
                        .map(parameter -> parameter(parameter, country))
                        .toList(),
                LimitWords.when("when", definition.ends(), null, "").citing(acts.cite(definition.endsSource())),
                prose.conflicts().stream()
                        .map(conflict -> Line.of(conflict.note(), acts.cite(conflict.source())))
                        .toList(),
                Sources.of(definition)
                        .filter(source -> !source.confirmed())
                        .distinct()
                        .map(acts::cite)
                        .sorted(Comparator.comparing(Cite::act).thenComparing(cite -> padded(cite.article())))
                        .toList());
    }

    /** How the calendar counts. */
    static String calendar(Calendar calendar) {
        return calendar.pin().id() + ": the day of the event is not counted; months end on the day of the same number; "
                + (calendar.rule().rolls()
                        ? "a last day that is no working day moves to the next one"
                        : "a last day that is a weekend or holiday stays where it is")
                + (calendar.rule().leastWorkingDays() == 0
                        ? ""
                        : "; a period of two days or more has at least "
                                + Spell.count(calendar.rule().leastWorkingDays(), "working day"))
                + ".";
    }

    /** So that Article 9 comes before Article 10. */
    private static String padded(String article) {
        return Pattern.compile("[0-9]+").matcher(article).replaceAll(number -> String.format("%6s", number.group()));
    }

    private Sheet.Role role(Map.Entry<String, Boolean> role) {
        long steps = definition.steps().stream()
                .filter(step -> step.recorders().contains(role.getKey()))
                .count();
        long limits = definition.limits().stream()
                .filter(limit -> limit.by().equals(role.getKey()))
                .count();
        return new Sheet.Role(
                role.getKey(),
                (role.getValue() ? "one or several authorities" : "one authority") + "; records "
                        + Spell.count(steps, "kind") + " of step, owes " + Spell.count(limits, "limit"));
    }

    private Sheet.Step step(StepType step) {
        StepWords words = new StepWords(definition, step, acts);
        return new Sheet.Step(
                step.name(),
                prose.title("steps", step.name()),
                prose.note("steps", step.name()),
                Spell.word(step.kind()),
                step.by(),
                step.recorders(),
                words.kind(),
                step.attributes().stream()
                        .map(attribute -> attribute(step, attribute))
                        .toList(),
                words.needs(),
                words.does(),
                acts.cite(step.source()));
    }

    private Sheet.Attribute attribute(StepType step, Attribute attribute) {
        return new Sheet.Attribute(
                attribute.name(),
                attribute.values(),
                StepWords.form(attribute),
                attribute.optional(),
                prose.note("steps", step.name() + ".attrs." + attribute.name()));
    }

    private Sheet.Limit limit(Limit limit) {
        return new Sheet.Limit(
                limit.name(),
                prose.title("limits", limit.name()),
                prose.note("limits", limit.name()),
                limit.by(),
                new LimitWords(limit, acts).lines());
    }

    private Sheet.Reading reading(Reading reading) {
        String text = reading.kind() == Reading.Kind.SPAN
                ? "Each option is played as a case of its own; the preferred one, " + reading.preferred()
                        + ", is told first, and each limit shows its earliest and latest end."
                : "Played as " + reading.preferred() + "; beside each end stands the day that the calendar "
                        + reading.calendar() + " would give.";
        return new Sheet.Reading(
                reading.name(),
                prose.title("readings", reading.name()),
                prose.note("readings", reading.name()),
                reading.options(),
                text,
                acts.cite(reading.source()));
    }

    private Sheet.Parameter parameter(Parameter parameter, @Nullable String country) {
        List<Sheet.Row> rows = parameter.rows().stream()
                .filter(row -> country == null
                        || row.countries().isEmpty()
                        || row.countries().contains(country))
                .map(this::row)
                .toList();
        return new Sheet.Parameter(
                parameter.name(),
                prose.title("parameters", parameter.name()),
                prose.note("parameters", parameter.name()),
                parameter.countryOf(),
                rows);
    }

    private Sheet.Row row(Parameter.Row row) {
        Source source = row.source();
        return new Sheet.Row(
                List.copyOf(row.countries()),
                row.when() == null ? null : LimitWords.when("if", row.when(), null, ""),
                row.within() == null ? row.value() : TermWords.within(row.within()),
                acts.cite(source));
    }
}
