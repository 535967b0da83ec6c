// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;

/** Random cases under the small procedures, which together use the whole language. */
class LanguageProperties {

    private static final List<Definition> DEFINITIONS = List.of(
            ClocksTest.PAUSING,
            ClocksTest.RECURRING,
            ClocksTest.COUNTING,
            RulesTest.ASKING,
            RulesTest.UNDOING,
            RulesTest.INCLUDING,
            RoundsTest.DEFINITION,
            TellingTest.DEFINITION,
            LanguageTest.DEFINITION);

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 5);

    /** A case as a ledger would keep it: what stands, in order of arrival. */
    record Kept(Engine engine, Program program, List<RecordedStep> steps, CaseState state, LocalDate last) {}

    @Provide
    Arbitrary<Kept> cases() {
        return Arbitraries.integers().between(0, DEFINITIONS.size() - 1).flatMap(definition -> Arbitraries.randoms()
                .map(random -> kept(DEFINITIONS.get(definition), random)));
    }

    private static Kept kept(Definition definition, Random random) {
        var program = new Program(definition, Story.LIBRARY.calendarsOf(definition));
        var engine = Story.engineOf(definition);
        var steps = new ArrayList<RecordedStep>();
        var day = FIRST;
        var state = engine.initial();
        for (int i = 0; i < 3 + random.nextInt(25); i++) {
            var name = i == 0
                    ? "begun"
                    : definition
                            .steps()
                            .get(random.nextInt(definition.steps().size()))
                            .name();
            var next = step(definition, name, day, i + 1, steps, random);
            var outcome = engine.apply(state, Small.ROLES, next);
            if (outcome instanceof Outcome.OutOfOrder) {
                outcome = engine.admit(steps, Small.ROLES, next);
            }
            if (outcome instanceof Outcome.Stands stands) {
                steps.add(next);
                state = stands.next();
            }
            day = day.plusDays(random.nextInt(random.nextInt(4) == 0 ? 60 : 6));
        }
        return new Kept(engine, program, steps, state, day);
    }

    private static RecordedStep step(
            Definition definition, String name, LocalDate day, int number, List<RecordedStep> before, Random random) {
        var type = Objects.requireNonNull(definition.step(name));
        var attributes = new TreeMap<String, String>();
        type.attributes().forEach(attribute -> {
            if (!attribute.optional() || random.nextBoolean()) {
                attributes.put(
                        attribute.name(),
                        switch (attribute.type()) {
                            case CODE ->
                                attribute
                                        .values()
                                        .get(random.nextInt(attribute.values().size()));
                            case DATE -> day.plusDays(random.nextInt(90)).toString();
                            case PERIOD -> "P" + (1 + random.nextInt(9)) + "M";
                            case COMMITMENT -> "0".repeat(64);
                        });
            }
        });
        var hour = random.nextInt(3) == 0 ? day.atTime(random.nextInt(24), 0).atOffset(ZoneOffset.ofHours(1)) : null;
        var annuls = type.mayAnnul().isEmpty() || random.nextBoolean()
                ? null
                : before.stream()
                        .map(RecordedStep::record)
                        .filter(record -> record.step().equals("decide"))
                        .map(StepRecord::command)
                        .reduce((a, b) -> random.nextBoolean() ? a : b)
                        .orElse(null);
        var round = random.nextInt(3) == 0 && isInRound(type) ? 1 + random.nextInt(3) : null;
        var record = StepRecord.of(Story.command(number), name, "owner", day, attributes)
                .change()
                .occurredAt(hour)
                .until(
                        type.kind() == org.caseledger.procedure.definition.Kind.FACT && random.nextBoolean()
                                ? day.plusDays(random.nextInt(30))
                                : null)
                .round(round)
                .annuls(annuls)
                .irregularity(name.equals("replied") ? "while-locked" : null)
                .done();
        var arrives = day.plusDays(random.nextInt(40)).atTime(9, 0).toInstant(ZoneOffset.UTC);
        return new RecordedStep(record, "AT-DUBLIN", arrives);
    }

    private static boolean isInRound(StepType type) {
        return type.scope() instanceof org.caseledger.procedure.definition.Scope.Round;
    }

    @Property
    void folding_through_headers_and_full_replay_give_the_same_state(@ForAll("cases") Kept kept) {
        var replayed = kept.engine().replay(kept.steps(), Small.ROLES);
        assertThat(replayed.toJson()).isEqualTo(kept.state().toJson());
        var read = StateReader.read(kept.state().toJson(), kept.program());
        assertThat(read.toJson()).isEqualTo(kept.state().toJson());
        assertThat(kept.engine().outlook(read, Small.ROLES, kept.last().plusDays(100)))
                .isEqualTo(kept.engine()
                        .outlook(kept.state(), Small.ROLES, kept.last().plusDays(100)));
    }

    @Property
    void the_outlook_says_what_the_evaluation_says(@ForAll("cases") Kept kept, @ForAll Random random) {
        var asOf = kept.last().plusDays(random.nextInt(400));
        var whole = kept.engine().evaluate(kept.steps(), Small.ROLES, asOf, null);
        var outlook = kept.engine().outlook(kept.state(), Small.ROLES, asOf);
        assertThat(outlook.values()).isEqualTo(whole.values());
        assertThat(outlook.worlds()).isEqualTo(whole.worlds());
        assertThat(outlook.open()).isEqualTo(whole.open());
        assertThat(outlook.due()).isEqualTo(whole.due());
        assertThat(outlook.lapsed()).isEqualTo(whole.lapsed());
        assertThat(outlook.barred()).isEqualTo(whole.barred());
        assertThat(outlook.ended()).isEqualTo(whole.ended());
        assertThat(current(whole)).containsAll(current(outlook));
    }

    private static List<Evaluation.Due> current(Evaluation evaluation) {
        return evaluation.limits().stream().map(Evaluation.LimitState::current).toList();
    }

    @Property
    void the_order_of_the_list_changes_nothing(@ForAll("cases") Kept kept, @ForAll Random random) {
        var shuffled = new ArrayList<>(kept.steps());
        Collections.shuffle(shuffled, random);
        var asOf = kept.last().plusDays(random.nextInt(400));
        assertThat(kept.engine().evaluate(shuffled, Small.ROLES, asOf, null))
                .isEqualTo(kept.engine().evaluate(kept.steps(), Small.ROLES, asOf, null));
    }

    @Property
    void asking_only_what_depends_on_a_step_is_asking_everything(@ForAll("cases") Kept kept) {
        var program = kept.program();
        var playback = Playback.from(program, kept.engine().initial(), Small.ROLES);
        for (var step : LiveSteps.of(kept.steps(), new StepOrder(program))) {
            playback.players().forEach(Player::askEverything);
            playback.play(step);
        }
        var state = new CaseState(program, playback.markings(), kept.state().last());
        assertThat(state.toJson()).isEqualTo(kept.state().toJson());
    }

    @Property
    void what_was_undone_stood_and_does_not_stand(@ForAll("cases") Kept kept) {
        var asOf = kept.last().plusDays(60);
        var evaluation = kept.engine().evaluate(kept.steps(), Small.ROLES, asOf, null);
        for (var undone : evaluation.undone()) {
            assertThat(evaluation.lapsed())
                    .noneMatch(lapsed -> lapsed.limit().equals(undone.limit())
                            && lapsed.round() == undone.round()
                            && lapsed.end().equals(undone.end()));
            var by = kept.steps().stream()
                    .filter(step -> step.record().command().equals(undone.by()))
                    .findFirst()
                    .orElseThrow();
            var arrived = UndoneLapses.day(by);
            var before = kept.engine().evaluate(kept.steps(), Small.ROLES, arrived, arrived.minusDays(1));
            assertThat(before.lapsed())
                    .anyMatch(lapsed -> lapsed.limit().equals(undone.limit())
                            && lapsed.round() == undone.round()
                            && lapsed.end().equals(undone.end()));
        }
    }
}
