// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.caseledger.cli.procedure.show.Page;
import org.caseledger.cli.procedure.show.Picture;
import org.caseledger.cli.procedure.show.SheetText;
import org.caseledger.cli.procedure.show.Template;
import org.caseledger.cli.procedure.timeline.Timeline;
import org.caseledger.cli.procedure.timeline.TimelineReader;
import org.caseledger.cli.procedure.words.SheetWriter;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Source;
import org.caseledger.procedure.definition.Sources;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.library.Library;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** Every procedure that ships can be read without its YAML. */
class ShippedSheetsTest {
    private static final Library LIBRARY = Library.shipped();
    private static final Pattern COMMENTED = Pattern.compile("^  #- ", Pattern.MULTILINE);

    static Stream<Definition> definitions() {
        return LIBRARY.definitions().stream();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void the_text_names_every_step_attribute_limit_reading_parameter_and_source(Definition definition) {
        String text = SheetText.of(SheetWriter.of(LIBRARY, definition, null));
        String flat = text.replaceAll("\\s+", " ");
        definition.steps().forEach(step -> {
            assertThat(text).containsPattern("(?m)^  " + step.name() + "( –|$)");
            step.attributes().forEach(attribute -> {
                assertThat(text).contains("      " + attribute.name());
                attribute.values().forEach(value -> assertThat(flat).contains(value));
            });
        });
        definition.limits().forEach(limit -> assertThat(text).containsPattern("(?m)^  " + limit.name() + "( –|$)"));
        definition.readings().forEach(reading -> reading.options()
                .forEach(option -> assertThat(flat).contains(option)));
        definition.parameters().forEach(parameter -> assertThat(text)
                .containsPattern("(?m)^  " + parameter.name() + "[ ,]?"));
        Sources.of(definition)
                .forEach(source -> assertThat(flat.replace('-', ' ')).contains(shown(source)));
        assertThat(text.lines()).as("no line that a terminal breaks").allMatch(line -> line.length() <= 130);
        assertThat(text).doesNotContainPattern("\\bnull\\b");
    }

    private static String shown(Source source) {
        String article = source.article();
        return article.equals("op")
                ? "operative part"
                : article.replaceFirst("^(para|recital|annex)-", "").replace('-', ' ');
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void the_template_is_read_without_a_complaint_once_its_steps_are_uncommented(Definition definition) {
        String template = Template.of(definition, Library.prose(definition.pin().id()));
        String filled = COMMENTED.matcher(template).replaceAll("  - ");
        Timeline timeline = TimelineReader.read(LIBRARY, "template.yaml", filled);
        assertThat(timeline.steps())
                .extracting(step -> step.recorded().record().step())
                .containsExactlyElementsOf(
                        definition.steps().stream().map(StepType::name).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "dublin3-take-back, requested: BG, requesting: AT",
        "germany-asylum, court: DE, reception: DE",
        "belgium-asylum, call: BE, fedasil: BE",
        "family-reunification, deciding: AT, mission: AT"
    })
    void the_template_gives_two_roles_of_one_state_the_same_country(String name, String one, String other) {
        Definition definition = Definitions.find(LIBRARY, name).orElseThrow();
        assertThat(Template.of(definition, Library.prose(definition.pin().id())).lines())
                .contains("  " + one, "  " + other);
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void the_page_is_well_formed_needs_nothing_else_and_shows_every_step(Definition definition) throws Exception {
        Picture picture = Picture.of(definition);
        String page = Page.of(SheetWriter.of(LIBRARY, definition, null), picture);
        Document svg = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(
                        new StringReader(page.substring(page.indexOf("<svg xmlns"), page.lastIndexOf("</svg>") + 6))));
        String drawn = svg.getDocumentElement().getTextContent();
        definition.steps().forEach(step -> {
            assertThat(page).contains("id=\"step-" + step.name() + "\"");
            assertThat(picture.apart().contains(step.name()) || drawn.contains(step.name()))
                    .as(step.name())
                    .isTrue();
        });
        definition.limits().forEach(limit -> assertThat(drawn).contains(limit.name()));
        assertThat(page)
                .doesNotContain("<script")
                .doesNotContain("src=")
                .doesNotContain("@import")
                .doesNotContain("<link");
        assertThat(Pattern.compile("href=\"#([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(link -> link.group(1))
                        .collect(Collectors.toSet()))
                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\""));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void rules_of_the_union_link_to_their_text(Definition definition) {
        String page = Page.of(SheetWriter.of(LIBRARY, definition, null), Picture.of(definition));
        assertThat(Sources.of(definition).filter(source -> source.act().matches("[0-9]{5}[A-Z]{1,2}[0-9]{4}")))
                .allSatisfy(source -> assertThat(page)
                        .contains("https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:" + source.act()));
    }
}
