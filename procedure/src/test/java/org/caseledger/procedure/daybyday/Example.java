// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.jspecify.annotations.Nullable;

/** A case under a definition, asked on a day; it prints as one would write it down. */
record Example(String yaml, Roles roles, List<RecordedStep> steps, LocalDate asOf) {

    private static final Library LIBRARY = Library.shipped();

    /** What the two interpreters say otherwise; empty if nothing. */
    List<String> differences() {
        var definition = DefinitionReader.readYaml("example.yaml", yaml);
        var engine = Engine.of(definition, LIBRARY.calendarsOf(definition));
        if (steps.stream().anyMatch(step -> engine.check(step.record()) != null)) {
            throw new IllegalArgumentException("a step that the definition does not know");
        }
        return new Comparison(definition, LIBRARY.calendarsOf(definition), roles).differences(steps, asOf);
    }

    Example withYaml(String other) {
        return new Example(other, roles, steps, asOf);
    }

    Example withSteps(List<RecordedStep> other) {
        return new Example(yaml, roles, List.copyOf(other), asOf);
    }

    Example asOf(LocalDate day) {
        return new Example(yaml, roles, steps, day);
    }

    @Override
    public String toString() {
        var text = new StringBuilder(yaml).append("\nas of ").append(asOf).append('\n');
        steps.stream()
                .sorted(Comparator.comparing(step -> step.record().occurredOn()))
                .forEach(step -> text.append(written(step)).append('\n'));
        return text.toString();
    }

    private static String written(RecordedStep recorded) {
        var step = recorded.record();
        var words = new ArrayList<String>();
        words.add(step.occurredOn() + " " + shortened(step.command().value()) + " " + step.step() + " "
                + step.attributes() + " by " + recorded.authority());
        add(words, "at", step.occurredAt());
        add(words, "ordinal", step.ordinal());
        add(words, "until", step.until());
        add(words, "round", step.round());
        add(words, "irregular", step.irregularity());
        if (step.annuls() != null) {
            add(words, "annuls", shortened(step.annuls().value()));
        }
        return String.join(" ", words);
    }

    private static void add(List<String> words, String word, @Nullable Object value) {
        if (value != null) {
            words.add(word + " " + value);
        }
    }

    /** Commands of random cases are small numbers. */
    static String shortened(String command) {
        return command.substring(command.length() - 3);
    }
}
