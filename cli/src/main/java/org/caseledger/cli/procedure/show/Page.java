// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.show;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.caseledger.cli.procedure.words.Cite;
import org.caseledger.cli.procedure.words.Line;
import org.caseledger.cli.procedure.words.Sheet;
import org.jspecify.annotations.Nullable;

/** A sheet as one page that needs nothing else: no network, no script. */
public final class Page {
    private final Sheet sheet;
    private final Picture picture;
    private final List<String> roles;
    private final StringBuilder out = new StringBuilder();

    private Page(Sheet sheet, Picture picture) {
        this.sheet = sheet;
        this.picture = picture;
        this.roles = sheet.roles().stream().map(Sheet.Role::name).toList();
    }

    public static String of(Sheet sheet, Picture picture) {
        return new Page(sheet, picture).write();
    }

    private String write() {
        out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<title>")
                .append(Html.escape(sheet.title()))
                .append("</title>\n")
                .append("<style>\n")
                .append(css())
                .append("</style>\n</head>\n<body>\n<main>\n");
        head();
        picture();
        steps();
        limits();
        readings();
        parameters();
        end();
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    private void head() {
        element("h1", sheet.title());
        if (sheet.note() != null) {
            element("p", sheet.note());
        }
        out.append("<dl>");
        row("Id", sheet.id());
        row("Hash", sheet.hash());
        row("Channel", sheet.channel());
        row("Calendar", sheet.calendar());
        sheet.roles().forEach(role -> row("Role " + role.name(), role.text() + "."));
        row("Opening", sheet.opening());
        sheet.values().forEach(value -> row("Case keeps " + value.name(), String.join(", ", value.values()) + "."));
        out.append("</dl>\n");
        element("h2", "Law");
        out.append("<ul>");
        sheet.law().forEach(act -> {
            String name = Html.escape(act.name() + " (" + act.act() + ")");
            out.append("<li>")
                    .append(act.link() == null ? name : "<a href=\"" + Html.escape(act.link()) + "\">" + name + "</a>")
                    .append("</li>\n");
        });
        out.append("</ul>\n");
    }

    private void picture() {
        element("h2", "Picture");
        out.append("<p>Read it from left to right. Each box leads to its words below.</p>\n<ul class=\"legend\">");
        roles.forEach(role -> out.append("<li><span class=\"key ")
                .append(Svg.style(role, roles))
                .append("\"></span>")
                .append(Html.escape(role))
                .append("</li>"));
        out.append("<li><span class=\"key role-other\"></span>others (each box names who)</li>")
                .append("<li>square box: a step</li><li>clock: a limit</li><li>round box: a limit has passed</li>");
        arrow("needs", "the step needs the other");
        arrow("starts", "the step starts the limit");
        arrow("meets", "the limit is met by the step");
        arrow("passes", "what follows when it passes");
        out.append(
                        "</ul>\n<div class=\"picture\" tabindex=\"0\" role=\"region\" aria-label=\"Picture of the procedure\">\n")
                .append(Svg.of(picture, roles, sheet.title()))
                .append("</div>\n");
        if (!picture.apart().isEmpty()) {
            out.append("<p>Steps that no arrow touches: ")
                    .append(picture.apart().stream()
                            .map(name -> "<a href=\"#step-" + name + "\">" + Html.escape(name) + "</a>")
                            .collect(Collectors.joining(", ")))
                    .append(".</p>\n");
        }
    }

    private void arrow(String style, String text) {
        out.append("<li><svg width=\"44\" height=\"10\" aria-hidden=\"true\"><path class=\"")
                .append(style)
                .append("\" d=\"M0 5H42\"/></svg> ")
                .append(text)
                .append("</li>");
    }

    private void steps() {
        element("h2", "Steps");
        for (Sheet.Step step : sheet.steps()) {
            heading("step-" + step.name(), step.name(), step.title());
            out.append("<p>")
                    .append(Html.escape(step.text()))
                    .append(cited(step.source()))
                    .append("</p>\n");
            note(step.note());
            if (!step.attributes().isEmpty()) {
                out.append(
                        "<table><thead><tr><th scope=\"col\">Attribute</th><th scope=\"col\">Value</th></tr></thead><tbody>");
                step.attributes().forEach(attribute -> out.append("<tr><th scope=\"row\">")
                        .append(Html.escape(attribute.name()))
                        .append(attribute.optional() ? " (may be left out)" : "")
                        .append("</th><td>")
                        .append(Html.escape(
                                attribute.form() + (attribute.note() == null ? "" : ". " + attribute.note())))
                        .append("</td></tr>"));
                out.append("</tbody></table>\n");
            }
            lines(step.needs());
            lines(step.does());
        }
    }

    private void limits() {
        element("h2", "Limits");
        for (Sheet.Limit limit : sheet.limits()) {
            heading("limit-" + limit.name(), limit.name(), limit.title());
            note(limit.note());
            lines(limit.lines());
        }
    }

    private void readings() {
        if (!sheet.readings().isEmpty()) {
            element("h2", "Readings: where courts and authorities differ");
        }
        for (Sheet.Reading reading : sheet.readings()) {
            heading("reading-" + reading.name(), reading.name(), reading.title());
            note(reading.note());
            out.append("<p>")
                    .append(Html.escape(String.join(" or ", reading.options()) + ". " + reading.text()))
                    .append(cited(reading.source()))
                    .append("</p>\n");
        }
    }

    private void parameters() {
        if (!sheet.parameters().isEmpty()) {
            element("h2", "Parameters: what differs by country or rule");
        }
        for (Sheet.Parameter parameter : sheet.parameters()) {
            heading("parameter-" + parameter.name(), parameter.name(), parameter.title());
            note(parameter.note());
            out.append("<p>")
                    .append(
                            parameter.countryOf() == null
                                    ? ""
                                    : "By the country of " + Html.escape(parameter.countryOf()) + ". ")
                    .append("The first row that fits counts.</p>\n<table><thead><tr><th scope=\"col\">States</th>"
                            + "<th scope=\"col\">Value</th><th scope=\"col\">Where</th><th scope=\"col\">Source</th></tr>"
                            + "</thead><tbody>");
            parameter.rows().forEach(row -> {
                out.append("<tr><td>")
                        .append(
                                row.countries().isEmpty()
                                        ? "every State"
                                        : Html.escape(String.join(", ", row.countries())))
                        .append("</td><td>")
                        .append(Html.escape(row.value()))
                        .append("</td><td>");
                if (row.when() != null) {
                    out.append(Html.escape(row.when().text()));
                    lines(row.when().parts());
                }
                out.append("</td><td>").append(cited(row.source())).append("</td></tr>\n");
            });
            out.append("</tbody></table>\n");
        }
    }

    private void end() {
        element("h2", "When it ends");
        lines(List.of(sheet.ends()));
        element("h2", "Known conflicts");
        if (sheet.conflicts().isEmpty()) {
            element("p", "None is known.");
        }
        lines(sheet.conflicts());
        element("h2", "Rules that nothing confirms yet");
        if (sheet.unconfirmed().isEmpty()) {
            element("p", "None.");
        }
        out.append("<ul>");
        sheet.unconfirmed()
                .forEach(cite -> out.append("<li>").append(link(cite)).append("</li>"));
        out.append("</ul>\n");
    }

    private void heading(String id, String name, @Nullable String title) {
        out.append("<h3 id=\"")
                .append(Html.escape(id))
                .append("\"><code>")
                .append(Html.escape(name))
                .append("</code>")
                .append(title == null ? "" : " – " + Html.escape(title))
                .append("</h3>\n");
    }

    private void note(@Nullable String note) {
        if (note != null) {
            out.append("<p class=\"note\">").append(Html.escape(note)).append("</p>\n");
        }
    }

    private void lines(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        out.append("<ul>");
        lines.forEach(line -> {
            out.append("<li>")
                    .append(Html.escape(line.text()))
                    .append(line.source() == null ? "" : cited(line.source()));
            lines(line.parts());
            out.append("</li>\n");
        });
        out.append("</ul>\n");
    }

    private void row(String name, String text) {
        out.append("<dt>")
                .append(Html.escape(name))
                .append("</dt><dd>")
                .append(Html.escape(text))
                .append("</dd>\n");
    }

    private void element(String element, String text) {
        out.append('<')
                .append(element)
                .append('>')
                .append(Html.escape(text))
                .append("</")
                .append(element)
                .append(">\n");
    }

    private static String cited(Cite cite) {
        return " <span class=\"source\">[" + link(cite) + (cite.confirmed() ? "" : ", <strong>unconfirmed</strong>")
                + "]</span>";
    }

    private static String link(Cite cite) {
        String text = Html.escape(cite.text());
        return cite.link() == null ? text : "<a href=\"" + Html.escape(cite.link()) + "\">" + text + "</a>";
    }

    private static String css() {
        try (InputStream css = Page.class.getResourceAsStream("procedure.css")) {
            if (css == null) {
                throw new IllegalStateException("procedure.css is missing beside " + Page.class);
            }
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("procedure.css cannot be read", e);
        }
    }
}
