// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.Stream;
import org.caseledger.procedure.record.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the checker refuses, on a definition that uses the whole language: one change, one line, one sentence. */
class RefusalsTest {

    private static final String FILE = WholeLanguage.FILE;
    private static final String WHOLE = WholeLanguage.TEXT;

    @Test
    void the_whole_language_is_read_and_survives_the_way_over_the_ledger() {
        var definition = DefinitionReader.readYaml(FILE, WHOLE);

        assertThat(DefinitionReader.read(CanonicalJson.read(CanonicalJson.write(definition.content()))))
                .isEqualTo(definition);
        assertThat(definition.channel()).isEqualTo(Definition.Channel.NEED_TO_KNOW);
        assertThat(definition.calendars()).containsExactly("days@1", "rolling@1");
        assertThat(Sources.of(definition))
                .contains(
                        new Source("de-asylg", "34a(1)", true),
                        new Source("32003R1560", "5(2)", false),
                        new Source("32013R0604", "27(1)", false),
                        new Source("32013R0604", "34(5)", true));
    }

    static Stream<Arguments> unknownNames() {
        return Stream.of(
                refused("{lapsed: transfer}", "{lapsed: transit}", "'transit' is not a limit"),
                refused("{running: reply}", "{running: replies}", "'replies' is not a limit"),
                refused("{late: transfer}", "{late: transit}", "'transit' is not a limit"),
                refused("{end-of: transfer}", "{end-of: transit}", "'transit' is not a limit"),
                refused("{until: away}", "{until: ask}", "'ask' is not a fact"),
                refused("{stated: told.new-end}", "{stated: told.reason}", "'told.reason' is not a date"),
                refused("{stated: ask.urgent-within}", "{stated: ask.way}", "'ask.way' is not a period"),
                refused("{parameter: decision-period}", "{parameter: who-applies}", "not a parameter of type period"),
                refused("{parameter.who-applies: sponsor}", "{parameter.who: sponsor}", "'who' is not a parameter"),
                refused("applies: sponsor}", "applies: anybody}", "'anybody' is not a value of the parameter"),
                refused("{reading.regime: old}", "{reading.regimen: old}", "'regimen' is not a reading"),
                refused("{reading.regime: old}", "{reading.regime: older}", "'older' is not an option"),
                refused("{reading.regime: old}", "{reading.roll-over: rolls}", "which makes no worlds"),
                refused("{times: {of: ask,", "{times: {of: asks,", "'asks' is not a step or a named lapse"),
                refused("elapsed: {from: decide", "elapsed: {from: decided", "'decided' is not a step or"),
                refused("{each: member, is", "{each: clerk, is", "'clerk' is not a role"),
                refused("country-of: asking", "country-of: clerk", "'clerk' is not a role"),
                refused(
                        "who-applies\n    type: code\n    of: [sponsor, member]\n    country-of: deciding",
                        "who-applies\n    type: code\n    of: [sponsor, member]\n    country-of: clerk",
                        "'clerk' is not a role"),
                refused("not-for: [{role: deciding", "not-for: [{role: clerk", "'clerk' is neither a role"),
                refused("invocable: {by: applicant", "invocable: {by: lawyer", "'lawyer' is neither a role"),
                refused("by: applicant\n    country-of", "by: lawyer\n    country-of", "does none of the steps"),
                refused("closed-by: [answer, withdrawn]", "closed-by: [answer, told]", "not in it: 'told'"),
                refused("in: question\n    by", "in: questions\n    by", "'questions' is not a declared round"),
                refused("includes: [remind]", "includes: [begun]", "'begun' is not an act"),
                refused("recorded-by: [asking, deciding]", "recorded-by: [asking, clerk]", "'clerk' is not a role"),
                refused("{reason: gone, case", "{reason: left, case", "'left' is not a value of 'reason'"),
                refused("by: {delay: reply}", "by: {delay: transfer}", "cannot be late for 'transfer'"),
                refused("{after: [told, ask]", "{after: [told, asked]", "'asked' is not a step or a named lapse"),
                refused("impl 5(2)", "imp 5(2)", "'imp' is not declared under laws"),
                refused("impl 5(2)", "impl five", "'five' is not an article id"),
                refused("act: de-asylg", "act: Asylgesetz", "is not the id of a national act"),
                refused("  - {step: voted,", "  - {part: vote}\n  - {step: voted,", "there is no part 'vote'"));
    }

    static Stream<Arguments> silence() {
        return Stream.of(
                refused(", effects: none}, source: 26(1)", "}, source: 26(1)", "silent about an irregular step"),
                refused("decide, effect: from-then}", "decide}", "'effect' is missing"),
                refused("- {step: decide, effect: from-then}", "- decide", "silent about the effect"),
                refused("by-end: any-time, by: P1W", "by: P1W", "silent about an extension after the end"),
                refused("by-end: required\n", "\n", "silent about a revision after the end"),
                refused("    lapse: nothing\n  - limit: vote", "  - limit: vote", "silent about what follows"),
                refused("late: {handed-over: none, pleaded: full}", "late: {handed-over: none}", "silent about late"),
                refused(
                        "        - {effects: [anchors",
                        "        - {when: {late: reply}, effects: [anchors",
                        "the last effects must fit all"),
                refused("{when: {late: transfer}, effects: none}", "{effects: none}", "what follows it never counts"),
                refused("country-of: asking\n", "\n", "say country-of"),
                refused(
                        "    country-of: deciding\n    values:\n      - {for: [HR]",
                        "    values:\n      - {for: [HR]",
                        "say country-of"),
                refused(
                        "{for: [AT], value: member, source: \"1\"}",
                        "{for: [AT], value: member}",
                        "a rule without a source"),
                refused(", source: 34(5)}]\n      source", "}]\n      source", "a rule without a source"),
                refused("P2W}, source: 27(1)}", "P2W}}", "a rule without a source"),
                refused("within: P2Y}, source: 28(3)}", "within: P2Y}}", "a rule without a source"));
    }

    static Stream<Arguments> whatCannotBe() {
        return Stream.of(
                refused(
                        "- {from: decide, within: P6M, source: 29(1)}",
                        "- {within: P6M, source: 29(1)}",
                        "a limit without an anchor"),
                refused("latest-of: [begun, {until: away}]", "latest-of: []", "the list is empty"),
                refused("from: decide, within: P6M", "from: this, within: P6M", "no step is being recorded here"),
                refused(
                        "{elapsed: {from: decide, more-than",
                        "{elapsed: {from: decide, to: this, longer",
                        "'longer' is not known"),
                refused(
                        "{running: reply}",
                        "{elapsed: {from: begun, at-least: P1M}}",
                        "no step is being recorded here"),
                refused("{running: reply}", "{late: reply}", "no step is being recorded here; say lapsed"),
                refused(
                        "in-force: {from: 2026-07-01}",
                        "in-force: {from: 2026-07-01, until: 2026-06-30}",
                        "before the first"),
                refused("times: {of: ask, at-most: 3}", "times: {of: ask, at-least: 3, at-most: 2}", "always or never"),
                refused(
                        "includes: [remind]\n",
                        "\n",
                        "'remind' can never be recorded: nothing can enable it",
                        "step: remind"),
                refused(
                        "{times: {of: ask, at-most: 3}}",
                        "remind",
                        "'ask' can never be recorded: nothing can enable it; a cycle of conditions: ask needs remind needs ask"),
                refused(
                        "{any: [answer, silence]}, else",
                        "told, else",
                        "'decide' can never be lawful: what it needs can itself not happen without it; a cycle of conditions: decide needs told needs decide"),
                refused("from: begun, within: P4M", "from: never-sent, within: P4M", "'never-sent' is not a step"),
                refused(
                        "as: silence\n",
                        "as: hush\n",
                        "'silence' is not a step or a named lapse",
                        "{any: [answer, silence]}"),
                refused("restart: [{after: ruled", "restart: [{after: handed-over", "that step has just met it"),
                refused(
                        "extend: [{after: [told, ask]",
                        "extend: [{after: [told, pleaded]",
                        "that step has just met it"),
                refused(
                        "    late: {voted: full}\n    lapse: nothing",
                        "    late: {voted: full}\n    extend: [{after: begun, by-end: any-time, by: P1W, source: \"1\"}]\n    lapse: nothing",
                        "extends a limit that has no end"),
                refused(
                        "    invocable:",
                        "    restart: [{after: ask, source: \"1\"}]\n    invocable:",
                        "the round in which the limit begins only afterwards"),
                refused(
                        "    lapse: {sets: {responsible: asking}",
                        "    restart2: x\n    lapse: {sets: {responsible: asking}",
                        "'restart2' is not known here"),
                refused("excludes: [remind]", "excludes: [decide]", "excludes 'decide' whose limit 'decision' may run"),
                refused(
                        "while: {any-open: question, where: {ask.way: short}}, else: {irregular: open, effects: none}",
                        "while: ask, else: refuse",
                        "would exclude a step whose limit runs on"),
                refused(
                        "{that: ask, else: gap, source: \"30\"}",
                        "{that: ask, else: refuse, source: \"30\"}",
                        "a fact or ruling happened whatever"),
                refused("kind: ruling", "kind: act", "only a ruling annuls", "effect: from-start"),
                refused(
                        "starts: excluded\n",
                        "starts: excluded\n    needs: [{that: {case.mood: angry}, else: refuse, source: \"1\"}]\n",
                        "'angry' is not a value"),
                refused(
                        "kind: act\n    by: asking\n    starts",
                        "kind: fact\n    by: asking\n    starts",
                        "only acts are excluded"),
                refused("member: many}", "member: many, clerk: one}", "'clerk' is a role that nobody can hold"),
                refused(
                        "    values:\n      - {for: [AT], value: member, source: \"1\"}\n      - {value: sponsor, source: \"1\"}",
                        "    values:\n      - {value: sponsor, source: \"1\"}\n      - {for: [AT], value: member, source: \"1\"}",
                        "the last value must fit all"),
                refused(
                        "- {value: P9M, source: 5(4)}",
                        "- {value: P9M, source: 5(4)}\n      - {value: P8M, source: 5(4)}",
                        "the values after it never count"),
                refused("{for: [BG], value", "{for: [EE], value", "'EE' has a value above"),
                refused("{for: [AT], value: member", "{for: [AT], value: anybody", "'anybody' is not among the values"),
                refused("value: 30 working-days", "value: thirty days", "'thirty days' is no period"),
                refused("{when: {ask.way: short}, from: ask", "{from: ask", "the ends after it never count"),
                refused("other: [new]", "other: [a, b, c, d]", "10 worlds; at most 8", "readings:"),
                refused("when: {reading.regime: old}, ", "", "no rule asks the reading 'regime'", "reading: regime"),
                refused(
                        "when: {parameter.who-applies: sponsor}\n        from",
                        "from",
                        "no rule asks the parameter 'who-applies'",
                        "parameter: who-applies"),
                refused(
                        "{when: {reason: gone}, values: {mood: tense}}",
                        "{when: {reason: gone}, values: {responsible: third}}",
                        "no rule sets the attribute 'mood'",
                        "mood: [calm"),
                refused(
                        "mood: [calm, tense]",
                        "mood: [calm, tense]\n  late: [a, b]",
                        "'late' is a word of the language"),
                refused("reason: [gone, ill]", "note: [gone, ill]", "must be a word"),
                refused(
                        "any: [handed-over, {lapsed: transfer}, {each: member, is: voted}]",
                        "any: [{case.responsible: third}]",
                        "the procedure can never be over"),
                refused(
                        "hold: {while: {any-open: question}",
                        "overlays: []\n    hold: {while: {any-open: question}",
                        "give a parameter rows with guards"),
                refused("{after: ruled, from", "{\"on\": ruled, from", "say after"));
    }

    @Test
    void a_lapse_that_restarts_what_lapses_again_is_refused() {
        var directly = WHOLE.replace("    recurs:", "    restart: [{after: over, source: 28(3)}]\n    recurs:")
                .replace(
                        "source: 34(5)}]\n    lapse: nothing", "source: 34(5)}]\n    lapse: {as: over, source: 28(3)}");
        var throughAnother = directly.replace("[{after: over, source", "[{after: silence, source")
                .replace("    invocable:", "    restart: [{after: over, source: 28(3)}]\n    invocable:");

        assertThatThrownBy(() -> DefinitionReader.readYaml(FILE, directly))
                .hasMessageContaining("a lapse that loops: it moves review, and that lapses again");
        assertThatThrownBy(() -> DefinitionReader.readYaml(FILE, throughAnother))
                .hasMessageContaining("a lapse that loops: it moves review, which moves reply, and that lapses again");
    }

    @Test
    void an_end_that_waits_for_itself_is_refused() {
        var text = WHOLE.replace("- {from: decide, within: P6M, source: 29(1)}", "- {end-of: decision, source: 29(1)}");

        var asking = WHOLE.replace(
                "- {from: decide, within: P6M, source: 29(1)}",
                "- {when: {not: {running: decision}}, from: decide, within: P6M, source: 29(1)}");

        for (var circular : List.of(text, asking)) {
            assertThatThrownBy(() -> DefinitionReader.readYaml(FILE, circular))
                    .hasMessageContaining("a cycle of conditions: its end waits for itself");
        }
    }

    @Test
    void a_verb_on_a_limit_that_was_met_or_has_passed_is_refused() {
        var afterItsLapse = WHOLE.replace(
                        "lapse: {sets: {responsible: asking}", "lapse: {as: over, sets: {responsible: asking}")
                .replace("restart: [{after: ruled", "restart: [{after: over");
        var afterWhatNeedsIt = WHOLE.replace(
                "{that: decide, else: refuse, source: 29(2)}", "{that: handed-over, else: refuse, source: 29(2)}");

        assertThatThrownBy(() -> DefinitionReader.readYaml(FILE, afterItsLapse))
                .hasMessageContaining("the limit cannot run when 'over' comes: that is its own lapse");
        assertThatThrownBy(() -> DefinitionReader.readYaml(FILE, afterWhatNeedsIt))
                .hasMessageContaining("the limit cannot run when 'told' comes: it was met or has passed before");
    }

    @Test
    void an_act_that_starts_excluded_is_included_where_its_limit_begins() {
        var text = WHOLE.replace("met-by: [reviewed]", "met-by: [remind]")
                .replace("late: {reviewed: full}", "late: {remind: full}");

        assertThatThrownBy(() -> DefinitionReader.readYaml(FILE, text))
                .hasMessageContaining("runs from 'begun', which includes none of the steps that meet it");
    }

    @Test
    void every_mistake_is_told_at_once() {
        var text = WHOLE.replace("value: P60D", "value: sixty")
                .replace("impl 5(2)", "none 5(2)")
                .replace("within: P4M", "within: P4");

        var refused = catchThrowableOfType(DefinitionException.class, () -> DefinitionReader.readYaml(FILE, text));

        assertThat(refused.problems()).hasSize(3);
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource({"unknownNames", "silence", "whatCannotBe"})
    void each_mistake_is_refused_at_its_line(String right, String wrong, String sentence, String at) {
        assertThat(WHOLE).contains(right);
        var text = WHOLE.replace(right, wrong);
        var where = at.isEmpty() ? WHOLE.indexOf(right) : text.indexOf(at);
        var refused = catchThrowableOfType(DefinitionException.class, () -> DefinitionReader.readYaml(FILE, text));

        assertThat(refused).as("%s instead of %s", wrong, right).isNotNull();
        assertThat(refused.problems()).as(String.valueOf(refused.getMessage())).anySatisfy(problem -> {
            assertThat(problem.sentence()).contains(sentence);
            assertThat(problem.place()).startsWith(FILE + ":");
            assertThat(line(problem))
                    .isBetween(
                            entry(text, where),
                            line(text, where) + wrong.lines().count());
        });
    }

    private static long line(DefinitionException.Problem problem) {
        return Long.parseLong(problem.place().substring(FILE.length() + 1));
    }

    private static long line(String text, int at) {
        return text.substring(0, at + 1).lines().count();
    }

    /** The line in which the entry of a list begins that holds the place. */
    private static long entry(String text, int at) {
        var before = text.substring(0, at + 1);
        return line(text, Math.max(0, Math.max(before.lastIndexOf("\n  - "), before.lastIndexOf("\n\n")) + 1));
    }

    private static Arguments refused(String right, String wrong, String sentence) {
        return refused(right, wrong, sentence, "");
    }

    /** @param at what stands at the place that the complaint names, where that is another than the mistake's */
    private static Arguments refused(String right, String wrong, String sentence, String at) {
        return Arguments.of(right, wrong, sentence, at);
    }
}
