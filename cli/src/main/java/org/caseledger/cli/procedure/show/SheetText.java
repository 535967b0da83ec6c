// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.show;

import java.util.List;
import java.util.Locale;
import org.caseledger.cli.procedure.words.Cite;
import org.caseledger.cli.procedure.words.Line;
import org.caseledger.cli.procedure.words.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet for a terminal. */
public final class SheetText {
    private final Sheet sheet;
    private final Paragraphs out = new Paragraphs();

    private SheetText(Sheet sheet) {
        this.sheet = sheet;
    }

    public static String of(Sheet sheet) {
        return new SheetText(sheet).write();
    }

    private String write() {
        head();
        roles();
        steps();
        limits();
        readings();
        parameters();
        end();
        return out.toString();
    }

    private void head() {
        out.add(0, sheet.title() + " (" + sheet.id() + ")");
        out.blank();
        note(0, sheet.note());
        out.add(0, "Channel   ", sheet.channel());
        out.add(0, "Calendar  ", sheet.calendar());
        out.add(0, "Hash      ", sheet.hash());
        out.add(
                0,
                "In brackets stands the source of each rule. An article without an act is of the first act below."
                        + " Steps, limits and attributes are called as a timeline file calls them.");
        out.heading("Law");
        sheet.law()
                .forEach(act ->
                        out.add(2, act.name() + (act.link() == null ? " (" + act.act() + ")" : "  " + act.link())));
    }

    private void roles() {
        out.heading("Roles");
        sheet.roles().forEach(role -> out.add(2, role.name() + "  ", role.text() + "."));
        out.add(2, sheet.opening());
        if (!sheet.values().isEmpty()) {
            out.heading("What a case keeps");
            sheet.values()
                    .forEach(value -> out.add(
                            2,
                            value.name() + "  ",
                            String.join(", ", value.values()) + "; begins as "
                                    + value.values().get(0) + "."));
        }
    }

    private void steps() {
        out.heading("Steps");
        for (Sheet.Step step : sheet.steps()) {
            out.add(2, step.name() + titled(step.title()));
            out.add(6, step.text() + cited(step.source()));
            note(6, step.note());
            step.attributes()
                    .forEach(attribute -> out.add(
                            6,
                            attribute.name() + (attribute.optional() ? " (may be left out): " : ": "),
                            attribute.form() + (attribute.note() == null ? "" : ". " + attribute.note())));
            lines(6, step.needs());
            lines(6, step.does());
            out.blank();
        }
    }

    private void limits() {
        out.heading("Limits");
        for (Sheet.Limit limit : sheet.limits()) {
            out.add(2, limit.name() + titled(limit.title()));
            note(6, limit.note());
            lines(6, limit.lines());
            out.blank();
        }
    }

    private void readings() {
        if (!sheet.readings().isEmpty()) {
            out.heading("Readings: where courts and authorities differ");
        }
        for (Sheet.Reading reading : sheet.readings()) {
            out.add(2, reading.name() + titled(reading.title()) + ": " + String.join(" or ", reading.options()));
            note(6, reading.note());
            out.add(6, reading.text() + cited(reading.source()));
            out.blank();
        }
    }

    private void parameters() {
        if (!sheet.parameters().isEmpty()) {
            out.heading("Parameters: what differs by country or rule; the first row that fits counts");
        }
        for (Sheet.Parameter parameter : sheet.parameters()) {
            out.add(
                    2,
                    parameter.name()
                            + titled(parameter.title())
                            + (parameter.countryOf() == null ? "" : ", by the country of " + parameter.countryOf()));
            note(6, parameter.note());
            for (Sheet.Row row : parameter.rows()) {
                String countries = row.countries().isEmpty() ? "every State" : String.join(" ", row.countries());
                String value = row.value()
                        + (row.when() == null || !row.when().parts().isEmpty() ? "" : " " + lower(row.when()));
                out.add(6, String.format("%-14s ", countries), value + cited(row.source()));
                if (row.when() != null && !row.when().parts().isEmpty()) {
                    line(10, row.when());
                }
            }
            out.blank();
        }
    }

    private void end() {
        out.heading("When it ends");
        line(2, sheet.ends());
        out.heading("Known conflicts");
        if (sheet.conflicts().isEmpty()) {
            out.add(2, "None is known.");
        }
        lines(2, sheet.conflicts());
        out.heading("Rules that nothing confirms yet");
        if (sheet.unconfirmed().isEmpty()) {
            out.add(2, "None.");
        }
        sheet.unconfirmed().stream().map(Cite::text).distinct().forEach(cite -> out.add(2, cite));
    }

    private void lines(int indent, List<Line> lines) {
        lines.forEach(line -> line(indent, line));
    }

    private void line(int indent, Line line) {
        out.add(indent, "- ", line.text() + (line.source() == null ? "" : cited(line.source())));
        lines(indent + 2, line.parts());
    }

    private void note(int indent, @Nullable String note) {
        if (note != null) {
            out.add(indent, note);
        }
    }

    private static String titled(@Nullable String title) {
        return title == null ? "" : " – " + title;
    }

    private static String lower(Line when) {
        String text = when.text();
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1, text.length() - 1);
    }

    private String cited(Cite cite) {
        String main = sheet.law().isEmpty() ? "" : " " + sheet.law().get(0).name();
        String text = cite.text().startsWith("Art ") && cite.text().endsWith(main)
                ? cite.text().substring(0, cite.text().length() - main.length())
                : cite.text();
        return " [" + text + (cite.confirmed() ? "" : ", unconfirmed") + "]";
    }
}
