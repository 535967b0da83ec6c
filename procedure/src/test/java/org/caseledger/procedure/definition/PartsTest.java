// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.caseledger.procedure.record.CanonicalJson;
import org.junit.jupiter.api.Test;

class PartsTest {

    private static final String WHOLE = """
            definition: whole@1
            semantics: 1
            title: A whole
            conflicts: [{note: Nobody agrees., source: impl 2}]
            calendar: days@1
            law: {celex: 32013R0604, confirmed: true, link: https://eur-lex.europa.eu}
            laws:
              impl: {celex: 32003R1560, confirmed: false}
            roles: {owner: one}
            opening: {role: owner, steps: [begun]}
            steps:
              - {step: begun, kind: fact, by: owner, source: impl 1 confirmed}
              - {part: end-of-it}
              - {step: last, kind: fact, by: owner, source: impl 3, note: The last., title: Last of all}
            limits:
              - {part: end-of-it}
            ends: {when: last, source: "4"}
            """;

    private static final String PART = """
            part: end-of-it
            note: Only of the part.
            law: {act: de-asylg, confirmed: false, link: https://gesetze.example}
            laws: {own: {celex: 32013R0604, confirmed: true}}
            attributes: {mood: [calm, tense]}
            steps:
              - step: middle
                note: In the middle.
                kind: act
                by: owner
                attrs: {source: [a, b]}
                needs:
                  - {that: begun, else: gap, source: own 5 unconfirmed}
                sets: [{values: {mood: tense}}]
                source: 34a(1)
            limits:
              - limit: soon
                by: owner
                met-by: [middle]
                end:
                  - {from: begun, within: P1W, source: own 6}
                late: {middle: full}
                lapse: nothing
            """;

    @Test
    void a_part_stands_where_it_is_named_with_its_own_law() {
        var definition = read(WHOLE, PART);

        assertThat(definition.steps()).extracting(StepType::name).containsExactly("begun", "middle", "last");
        assertThat(definition.steps())
                .extracting(StepType::source)
                .containsExactly(
                        new Source("32003R1560", "1", true),
                        new Source("de-asylg", "34a(1)", false),
                        new Source("32003R1560", "3", false));
        assertThat(definition.steps().get(1).needs().get(0).source()).isEqualTo(new Source("32013R0604", "5", false));
        assertThat(definition.attributes()).containsKey("mood");
        assertThat(definition.limits().get(0).end().get(0).source().text()).isEqualTo("32013R0604 Art 6");
        assertThat(definition.steps().get(1).source().text()).isEqualTo("de-asylg 34a(1)");
    }

    @Test
    void on_the_ledger_a_definition_is_whole() {
        var definition = read(WHOLE, PART);
        var onLedger = CanonicalJson.read(CanonicalJson.write(definition.content()));

        assertThat(DefinitionReader.read(onLedger)).isEqualTo(definition);
        assertThat(onLedger.toString()).doesNotContain("end-of-it", "eur-lex", "middle.", "agrees");
    }

    @Test
    void a_complaint_about_a_part_names_the_file_and_line_of_the_part() {
        assertThatThrownBy(() -> read(WHOLE, PART.replace("that: begun", "that: began")))
                .hasMessage("end-of-it.yaml:13: 'began' is not a step or a named lapse of this definition");
        assertThatThrownBy(() -> read(WHOLE, PART.replace("within: P1W", "within: soon")))
                .hasMessageStartingWith("end-of-it.yaml:21: 'soon' is no period");
        assertThatThrownBy(() -> read(WHOLE, PART.replace("source: own 5 unconfirmed", "source: other 5")))
                .hasMessage("end-of-it.yaml:13: 'other' is not declared under laws");
        assertThatThrownBy(() -> read(WHOLE, PART.replace("mood: [calm, tense]", "mood: []")))
                .hasMessageContaining("end-of-it.yaml:5: ");
        assertThatThrownBy(() -> read(WHOLE.replace("impl 3", "impl three"), PART))
                .hasMessage("whole.yaml:14: 'three' is not an article id such as 29(2)");
    }

    @Test
    void a_part_that_cannot_be_put_in_is_refused() {
        assertThatThrownBy(() -> read(WHOLE.replace("part: end-of-it}\n  - {step", "part: none}\n  - {step"), PART))
                .hasMessage("whole.yaml:13: there is no part 'none'");
        assertThatThrownBy(() -> read(WHOLE.replace("limits:\n", "bars:\n"), PART))
                .hasMessage("whole.yaml:16: the part 'end-of-it' has no bars; leave it out here");
        assertThatThrownBy(
                        () -> read(WHOLE.replace("steps: [begun]}", "steps: [begun]}\nattributes: {mood: [a]}"), PART))
                .hasMessageContaining("has an attribute 'mood' with other values");
        assertThatThrownBy(() -> read(WHOLE, PART.replace("part: end-of-it", "part: other")))
                .hasMessageStartingWith("end-of-it.yaml:1: is not the name by which it was called");
        assertThatThrownBy(() -> read(WHOLE, PART + "ends: {when: last, source: \"4\"}\n"))
                .hasMessageContaining("end-of-it.yaml:24: 'ends' is not known here");
    }

    @Test
    void a_part_is_refused_in_the_ledgers_form() {
        var content = read(WHOLE, PART).content();
        content.withArray("/steps").addObject().put("part", "end-of-it");

        assertThatThrownBy(() -> DefinitionReader.read(content))
                .hasMessageStartingWith("steps[3].part: 'part' is not known here; it stands alone");
    }

    @Test
    void prose_is_told_by_the_name_of_what_it_belongs_to() {
        var prose = Prose.read("whole.yaml", WHOLE, Parts.of(Map.of("end-of-it", PART)::get));

        assertThat(prose.title()).isEqualTo("A whole");
        assertThat(prose.conflicts())
                .containsExactly(new Prose.Conflict("Nobody agrees.", new Source("32003R1560", "2", false)));
        assertThat(prose.note("steps", "last")).isEqualTo("The last.");
        assertThat(prose.note("steps", "middle")).isEqualTo("In the middle.");
        assertThat(prose.note("steps", "begun")).isNull();
        assertThat(prose.title("steps", "last")).isEqualTo("Last of all");
        assertThat(prose.notes()).as("a part's own note").doesNotContainKey("");
        assertThat(prose.links()).containsEntry("law", "https://eur-lex.europa.eu");
        assertThat(prose.acts())
                .containsEntry("32013R0604", "https://eur-lex.europa.eu")
                .containsEntry("de-asylg", "https://gesetze.example");
    }

    @Test
    void prose_is_text() {
        assertThatThrownBy(() -> read(WHOLE.replace("note: The last.", "note: [a]"), PART))
                .hasMessage("whole.yaml:14: must be a word");
    }

    private static Definition read(String whole, String part) {
        return DefinitionReader.readYaml("whole.yaml", whole, Map.of("end-of-it", part)::get);
    }
}
