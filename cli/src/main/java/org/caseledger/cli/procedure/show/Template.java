// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.show;

import java.util.Map;
import java.util.regex.Pattern;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Prose;
import org.caseledger.procedure.definition.StepType;
import org.jspecify.annotations.Nullable;

/** An empty timeline file: every step stands in it as a comment, to be uncommented and dated. */
public final class Template {
    private static final int WIDTH = 100;
    private static final String DAY = "2026-01-01";
    private static final String HOME = "AT";

    /** Of a definition whose name begins with its State. */
    private static final Map<String, String> NATIONAL = Map.of("belgium", "BE", "germany", "DE");

    /** Roles that another State holds than the first does. */
    private static final Map<String, String> ABROAD = Map.of("requested", "BG", "responsible", "BG", "others", "IT");

    /** What a reader of YAML could take for something else than a word. */
    private static final Pattern QUOTED = Pattern.compile("yes|no|on|off|true|false|null|[0-9].*");

    /** An example of each form that has no list of values. */
    private static final Map<Attribute.Type, String> EXAMPLES =
            Map.of(Attribute.Type.DATE, DAY, Attribute.Type.PERIOD, "P1M", Attribute.Type.COMMITMENT, "0".repeat(64));

    private final Definition definition;
    private final Prose prose;
    private final StringBuilder out = new StringBuilder();

    private Template(Definition definition, Prose prose) {
        this.definition = definition;
        this.prose = prose;
    }

    public static String of(Definition definition, Prose prose) {
        return new Template(definition, prose).write();
    }

    private String write() {
        comment(0, prose.title() + ". What happened, for: caseledger procedure evaluate FILE");
        comment(
                0,
                "Take the # away before the steps that happened, write their days, keep one value of each attribute,"
                        + " copy what happened twice. The order does not matter. Leave out what only follows from the"
                        + " passing of a limit.");
        line("procedure: " + definition.pin().id());
        line("authorities: # the country of each role, or an authority's id such as DE-DUBLIN");
        String id = definition.pin().id();
        String home = NATIONAL.getOrDefault(id.substring(0, Math.max(0, id.indexOf('-'))), HOME);
        for (Map.Entry<String, Boolean> role : definition.roles().entrySet()) {
            String example = ABROAD.getOrDefault(role.getKey(), home);
            String many = role.getValue() ? " # one, or a list such as [AT, DE]" : "";
            line("  " + role.getKey() + ": " + example + many);
        }
        line("steps:");
        comment(
                2,
                "A step may also have: at: \"14:30+01:00\" (the hour), until: DATE (a fact that lasts), number: 1 (order"
                        + " within its day), recorded: DATE (if it became known later), id: NAME, and with the id of an"
                        + " earlier step annuls, contests, corrects. A step that did not happen: {withdraws: NAME}.");
        definition.steps().forEach(this::step);
        return out.toString();
    }

    private void step(StepType step) {
        out.append('\n');
        String title = prose.title("steps", step.name());
        String note = prose.note("steps", step.name());
        String told = (title == null ? "" : title + ". ") + (note == null ? "" : note);
        if (!told.isBlank()) {
            comment(2, told.strip());
        }
        StringBuilder entry = new StringBuilder("  #- {date: " + DAY + ", step: " + step.name());
        if (step.recorders().size() > 1) {
            comment(2, "role, if another recorded it: " + String.join(" | ", step.recorders()));
        }
        for (Attribute attribute : step.attributes()) {
            String values =
                    attribute.type() == Attribute.Type.CODE ? String.join(" | ", attribute.values()) : form(attribute);
            comment(2, attribute.name() + ": " + values + (attribute.optional() ? " (may be left out)" : ""));
            entry.append(", ").append(attribute.name()).append(": ").append(example(attribute));
        }
        line(entry.append('}').toString());
    }

    private static String example(Attribute attribute) {
        String example =
                attribute.type() == Attribute.Type.CODE ? attribute.values().get(0) : EXAMPLES.get(attribute.type());
        return QUOTED.matcher(String.valueOf(example)).matches() && attribute.type() != Attribute.Type.DATE
                ? "\"" + example + "\""
                : String.valueOf(example);
    }

    private static @Nullable String form(Attribute attribute) {
        return switch (attribute.type()) {
            case CODE -> null;
            case DATE -> "a date";
            case PERIOD -> "a period such as P1M or P2W";
            case COMMITMENT -> "64 hex digits";
        };
    }

    private void comment(int indent, String text) {
        String before = " ".repeat(indent) + "# ";
        StringBuilder current = new StringBuilder(before);
        for (String word : text.split("\\s+", -1)) {
            if (current.length() + word.length() > WIDTH && current.length() > before.length()) {
                line(current.toString().stripTrailing());
                current = new StringBuilder(before);
            }
            current.append(word).append(' ');
        }
        line(current.toString().stripTrailing());
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
