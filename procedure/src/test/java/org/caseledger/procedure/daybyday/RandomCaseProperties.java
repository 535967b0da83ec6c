// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.definition.Verb;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;

/** What must hold of every case under every definition. */
class RandomCaseProperties {

    /** The same cases in every build. */
    private static final String SEED = "20261121";

    private static final Library LIBRARY = Library.shipped();

    /** A case under a definition, and the engine that plays it. */
    record Played(Example example, Definition definition, Engine engine, Random random) {

        Evaluation evaluate(List<RecordedStep> steps, LocalDate asOf) {
            return engine.evaluate(steps, example.roles(), asOf, null);
        }

        @Override
        public String toString() {
            return example.toString();
        }
    }

    @Provide
    Arbitrary<Played> cases() {
        return Arbitraries.longs().map(seed -> {
            var random = new Random(seed);
            var drawn = RandomDefinition.draw(random);
            var example = RandomCase.example(drawn, RandomCase.roles(drawn.definition()), random);
            return new Played(example, drawn.definition(), engine(drawn.definition()), random);
        });
    }

    private static Engine engine(Definition definition) {
        return Engine.of(definition, LIBRARY.calendarsOf(definition));
    }

    @Property(shrinking = ShrinkingMode.OFF, seed = SEED)
    void any_order_of_arrival_gives_the_same_result(@ForAll("cases") Played played) {
        var example = played.example();
        var shuffled = new ArrayList<>(example.steps());
        Collections.shuffle(shuffled, played.random());
        assertThat(played.evaluate(shuffled, example.asOf()))
                .isEqualTo(played.evaluate(example.steps(), example.asOf()));
    }

    @Property(shrinking = ShrinkingMode.OFF, seed = SEED)
    void a_correction_and_its_reversal_change_nothing(@ForAll("cases") Played played) {
        var steps = played.example().steps();
        var annulled = steps.stream().map(step -> step.record().annuls()).toList();
        // A ruling names the entry that it annuls, not what corrects it.
        var candidates = steps.stream()
                .filter(step -> !annulled.contains(step.record().command()))
                .toList();
        var wrong = candidates.get(played.random().nextInt(candidates.size()));
        var moved = Corrections.of(
                wrong,
                wrong,
                new CommandId("f".repeat(31) + "1"),
                played.random().nextInt(30));
        var back = Corrections.of(wrong, moved, new CommandId("f".repeat(31) + "2"), 0);
        var all = new ArrayList<>(steps);
        all.add(moved);
        all.add(back);
        var asOf = played.example().asOf();
        assertThat(withoutCommands(played.evaluate(all, asOf)))
                .isEqualTo(withoutCommands(played.evaluate(steps, asOf)));
    }

    private static String withoutCommands(Evaluation evaluation) {
        return evaluation.toString().replaceAll("[0-9a-f]{32}", "command");
    }

    @Property(shrinking = ShrinkingMode.OFF, seed = SEED)
    void the_earliest_end_is_not_after_the_latest_and_the_headline_lies_between(@ForAll("cases") Played played) {
        var example = played.example();
        assertThat(played.evaluate(example.steps(), example.asOf()).limits()).allSatisfy(limit -> {
            var due = limit.current();
            if (due.end() != null && due.earliest() != null && due.latest() != null) {
                assertThat(due.end()).isBetween(due.earliest(), due.latest());
            }
        });
    }

    @Property(shrinking = ShrinkingMode.OFF, seed = SEED)
    void nothing_is_due_before_its_anchor_but_by_a_revision(@ForAll("cases") Played played) {
        var example = played.example();
        var days = new HashMap<CommandId, LocalDate>();
        example.steps()
                .forEach(step -> days.put(step.record().command(), step.record().occurredOn()));
        assertThat(played.evaluate(example.steps(), example.asOf()).limits())
                .filteredOn(limit ->
                        !canBeRevised(played.definition(), limit.current().limit()))
                .filteredOn(limit -> limit.anchor() != null && limit.current().end() != null)
                .allSatisfy(limit -> assertThat(limit.current().end()).isAfterOrEqualTo(days.get(limit.anchor())));
    }

    /** A date that a party names may lie before the day from which the limit was restarted. */
    private static boolean canBeRevised(Definition definition, String limit) {
        return definition.limits().stream()
                .filter(rule -> rule.name().equals(limit))
                .anyMatch(rule -> rule.verbs().stream().anyMatch(Verb.Revise.class::isInstance)
                        || (rule.verbs().stream().anyMatch(Verb.Restart.class::isInstance)
                                && rule.end().toString().matches(".*(Stated|EndOf)\\[.*")));
    }

    @Property(shrinking = ShrinkingMode.OFF, seed = SEED)
    void an_unrelated_step_changes_nothing(@ForAll("cases") Played played) {
        var example = played.example();
        Assume.that(!asksForTheDay(played.definition()));
        var aside = "steps:\n  - {step: aside, kind: fact, by: owner, source: '1'}\n";
        var definition = DefinitionReader.readYaml("random.yaml", example.yaml().replace("steps:\n", aside));
        var steps = new ArrayList<>(example.steps());
        for (int i = 0; i < 5; i++) {
            steps.add(Corrections.aside(steps.get(played.random().nextInt(steps.size())), i, played.random()));
        }
        var asOf = example.asOf();
        var with = engine(definition).evaluate(steps, example.roles(), asOf, null);
        var without = played.evaluate(example.steps(), asOf);
        assertThat(with.limits()).isEqualTo(without.limits());
        assertThat(with.lapsed()).isEqualTo(without.lapsed());
        assertThat(with.values()).isEqualTo(without.values());
        assertThat(with.worlds()).isEqualTo(without.worlds());
        assertThat(with.ended()).isEqualTo(without.ended());
    }

    /** Whether a hold, a pause or the end asks what is in force on the day of whatever step makes it be asked. */
    private static boolean asksForTheDay(Definition definition) {
        return Stream.concat(
                        Stream.of(definition.ends()),
                        definition.limits().stream().flatMap(limit -> Stream.of(limit.hold(), limit.pause())))
                .map(String::valueOf)
                .anyMatch(asked -> asked.contains("InForce[") || asked.contains("Parameter"));
    }

    @Property(shrinking = ShrinkingMode.OFF, seed = SEED)
    void folding_equals_replay(@ForAll("cases") Played played) {
        var roles = played.example().roles();
        var engine = played.engine();
        var state = engine.initial();
        var stood = new ArrayList<RecordedStep>();
        for (var step : Timeline.ordered(played.definition(), played.example().steps())) {
            if (engine.apply(state, roles, step) instanceof Outcome.Stands stands) {
                state = stands.next();
                stood.add(step);
            }
        }
        assertThat(state.toJson()).isEqualTo(engine.replay(stood, roles).toJson());
        var asOf = played.example().asOf();
        var folded = engine.outlook(state, roles, asOf);
        var replayed = played.evaluate(stood, asOf);
        assertThat(folded.values()).isEqualTo(replayed.values());
        assertThat(folded.worlds()).isEqualTo(replayed.worlds());
        assertThat(folded.open()).isEqualTo(replayed.open());
        assertThat(folded.due()).isEqualTo(replayed.due());
        assertThat(folded.lapsed()).isEqualTo(replayed.lapsed());
        assertThat(folded.ended()).isEqualTo(replayed.ended());
    }

    @Property(shrinking = ShrinkingMode.OFF, seed = SEED)
    void what_has_lapsed_stays_lapsed(@ForAll("cases") Played played) {
        var example = played.example();
        var earlier = example.asOf().minusDays(played.random().nextInt(150));
        assertThat(lapsed(played, example.asOf())).containsAll(lapsed(played, earlier));
    }

    /** Of a limit that recurs an evaluation tells the newest lapse only. */
    private static List<String> lapsed(Played played, LocalDate asOf) {
        return played.evaluate(played.example().steps(), asOf).lapsed().stream()
                .filter(lapse -> played.definition().limits().stream()
                        .noneMatch(limit -> limit.name().equals(lapse.limit()) && limit.recurs() != null))
                .map(lapse -> lapse.limit() + " " + lapse.round() + " " + lapse.end())
                .collect(Collectors.toList());
    }
}
