// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.StepRecord;

/** What must hold of every case, whatever happens in it. */
class PlaybackProperties {

    private static final Engine ENGINE = Story.engineOf(Story.TAKE_BACK);
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    /** Something that may happen: which step, how many days after the one before, with which choices. */
    record Happening(int step, int days, int choice) {}

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(0, Story.TAKE_BACK.steps().size() - 1),
                        Arbitraries.integers().between(0, 75),
                        Arbitraries.integers().between(0, 1000))
                .as(Happening::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(25);
    }

    /** Plays what happened through the engine as a ledger would: what stands is kept, in order of arrival. */
    private static List<RecordedStep> recorded(List<Happening> happenings) {
        var steps = new ArrayList<RecordedStep>();
        var day = FIRST;
        steps.add(step(1, "lodged", day, 0));
        var state = stands(ENGINE.apply(ENGINE.initial(), Story.AUSTRIA_AND_BULGARIA, steps.get(0)));
        for (var happening : happenings) {
            day = day.plusDays(happening.days());
            var name = Story.TAKE_BACK.steps().get(happening.step()).name();
            var next = step(steps.size() + 1, name, day, happening.choice());
            var outcome = ENGINE.apply(state, Story.AUSTRIA_AND_BULGARIA, next);
            if (outcome instanceof Outcome.OutOfOrder) {
                outcome = ENGINE.admit(steps, Story.AUSTRIA_AND_BULGARIA, next);
            }
            if (outcome instanceof Outcome.Stands) {
                steps.add(next);
                state = stands(outcome);
            }
        }
        return steps;
    }

    private static RecordedStep step(int number, String name, LocalDate day, int choice) {
        var type = java.util.Objects.requireNonNull(Story.TAKE_BACK.step(name));
        var attributes = new TreeMap<String, String>();
        var random = new Random(choice);
        type.attributes()
                .forEach(attribute -> attributes.put(
                        attribute.name(),
                        attribute.values().isEmpty()
                                ? day.plusDays(random.nextInt(700)).toString()
                                : attribute
                                        .values()
                                        .get(random.nextInt(attribute.values().size()))));
        var irregularity =
                switch (name) {
                    case "decide" -> "before-acceptance";
                    case "transferred" -> random.nextBoolean() ? "without-decision" : "while-suspended";
                    default -> null;
                };
        var role = type.recorders().get(random.nextInt(type.recorders().size()));
        return recorded(StepRecord.of(Story.command(number), name, role, day, attributes)
                .change()
                .irregularity(irregularity)
                .done());
    }

    private static RecordedStep recorded(StepRecord record) {
        return new RecordedStep(
                record,
                Story.AUSTRIA_AND_BULGARIA.holders(record.role()).get(0),
                Instant.parse("2020-01-01T00:00:00Z"));
    }

    private static CaseState stands(Outcome outcome) {
        return ((Outcome.Stands) outcome).next();
    }

    private static Evaluation evaluate(List<RecordedStep> steps, LocalDate asOf) {
        return ENGINE.evaluate(steps, Story.AUSTRIA_AND_BULGARIA, asOf, null);
    }

    private static LocalDate last(List<RecordedStep> steps) {
        return steps.stream()
                .map(step -> step.record().occurredOn())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static String text(CaseState state) {
        return new String(CanonicalJson.write(state.toJson()), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Property
    void the_order_of_arrival_changes_nothing(@ForAll("happenings") List<Happening> happenings, @ForAll Random random) {
        var steps = recorded(happenings);
        var shuffled = new ArrayList<>(steps);
        Collections.shuffle(shuffled, random);
        var asOf = last(steps).plusDays(random.nextInt(400));

        assertThat(evaluate(shuffled, asOf)).isEqualTo(evaluate(steps, asOf));
    }

    @Property
    void folding_equals_replay(@ForAll("happenings") List<Happening> happenings, @ForAll Random random) {
        var steps = recorded(happenings);
        var ordered = LiveSteps.of(
                steps, new StepOrder(new Program(Story.TAKE_BACK, Story.LIBRARY.calendarsOf(Story.TAKE_BACK))));
        var state = ENGINE.initial();
        var program = new Program(Story.TAKE_BACK, Story.LIBRARY.calendarsOf(Story.TAKE_BACK));
        for (var step : ordered) {
            var playback =
                    Playback.from(program, StateReader.read(state.toJson(), program), Story.AUSTRIA_AND_BULGARIA);
            playback.play(step);
            state = new CaseState(program, playback.markings(), step.record());
            assertThat(StateReader.read(state.toJson(), program).toJson()).isEqualTo(state.toJson());
        }
        assertThat(text(state)).isEqualTo(text(ENGINE.replay(ordered, Story.AUSTRIA_AND_BULGARIA)));
        var asOf = last(steps).plusDays(random.nextInt(400));

        var replayed = evaluate(steps, asOf);
        var folded = ENGINE.outlook(state, Story.AUSTRIA_AND_BULGARIA, asOf);
        assertThat(folded.limits().stream().map(Evaluation.LimitState::current).toList())
                .isEqualTo(replayed.limits().stream()
                        .map(Evaluation.LimitState::current)
                        .toList());
        assertThat(folded.worlds()).isEqualTo(replayed.worlds());
        assertThat(folded.due()).isEqualTo(replayed.due());
        assertThat(folded.lapsed()).isEqualTo(replayed.lapsed());
        assertThat(folded.open()).isEqualTo(replayed.open());
        assertThat(folded.ended()).isEqualTo(replayed.ended());
        assertThat(folded.unconfirmed()).isEqualTo(replayed.unconfirmed());
    }

    @Property
    void a_step_in_order_leads_to_the_same_state_as_a_replay(@ForAll("happenings") List<Happening> happenings) {
        var steps = recorded(happenings);
        var state = stands(ENGINE.apply(ENGINE.initial(), Story.AUSTRIA_AND_BULGARIA, steps.get(0)));
        for (int i = 1; i < steps.size(); i++) {
            var applied = ENGINE.apply(state, Story.AUSTRIA_AND_BULGARIA, steps.get(i));
            var admitted = ENGINE.admit(steps.subList(0, i), Story.AUSTRIA_AND_BULGARIA, steps.get(i));
            if (applied instanceof Outcome.Stands stands) {
                assertThat(text(stands.next())).isEqualTo(text(stands(admitted)));
                assertThat(stands.flags()).isEqualTo(((Outcome.Stands) admitted).flags());
            }
            state = stands(admitted);
        }
    }

    @Property
    void a_correction_and_its_reversal_change_nothing(
            @ForAll("happenings") List<Happening> happenings, @ForAll Random random) {
        var steps = recorded(happenings);
        var wrong = steps.get(random.nextInt(steps.size()));
        var moved = correction(wrong.record(), Story.command(901), random.nextInt(200));
        var back = correction(moved, Story.command(902), 0);
        var reversed = StepRecord.of(
                        back.command(), back.step(), back.role(), wrong.record().occurredOn(), back.attributes())
                .change()
                .corrects(moved.command(), "wrong-date")
                .irregularity(back.irregularity())
                .done();
        var all = new ArrayList<>(steps);
        all.add(recorded(moved));
        all.add(recorded(reversed));
        var asOf = last(steps).plusDays(200);

        assertThat(withoutCommands(evaluate(all, asOf))).isEqualTo(withoutCommands(evaluate(steps, asOf)));
    }

    private static StepRecord correction(StepRecord wrong, CommandId command, int days) {
        return StepRecord.of(
                        command, wrong.step(), wrong.role(), wrong.occurredOn().plusDays(days), wrong.attributes())
                .change()
                .corrects(wrong.command(), "wrong-date")
                .irregularity(wrong.irregularity())
                .done();
    }

    private static String withoutCommands(Evaluation evaluation) {
        return evaluation.toString().replaceAll("[0-9a-f]{32}", "command");
    }

    @Property
    void the_earliest_end_is_not_after_the_latest_and_the_headline_lies_between(
            @ForAll("happenings") List<Happening> happenings) {
        var steps = recorded(happenings);
        assertThat(evaluate(steps, last(steps)).limits()).allSatisfy(limit -> {
            var due = limit.current();
            if (due.end() != null && due.earliest() != null && due.latest() != null) {
                assertThat(due.end()).isBetween(due.earliest(), due.latest());
            }
        });
    }

    @Property
    void nothing_is_due_before_its_anchor(@ForAll("happenings") List<Happening> happenings) {
        var steps = recorded(happenings);
        var days = new TreeMap<CommandId, LocalDate>();
        steps.forEach(step -> days.put(step.record().command(), step.record().occurredOn()));
        assertThat(evaluate(steps, last(steps)).limits()).allSatisfy(limit -> {
            if (limit.anchor() != null && limit.current().end() != null) {
                assertThat(limit.current().end()).isAfter(days.get(limit.anchor()));
            }
        });
    }

    @Property
    void what_lapsed_stays_lapsed_as_days_pass(@ForAll("happenings") List<Happening> happenings) {
        var steps = recorded(happenings);
        List<Evaluation.Lapsed> before = List.of();
        for (var day = last(steps); day.isBefore(last(steps).plusDays(600)); day = day.plusDays(30)) {
            var lapsed = evaluate(steps, day).lapsed();
            assertThat(lapsed).containsAll(before);
            assertThat(lapsed).allMatch(lapse -> lapse.end().isBefore(lapse.since()));
            before = lapsed;
        }
    }

    @Property
    void nobody_can_make_the_header_large(@ForAll("happenings") List<Happening> happenings) {
        var steps = recorded(happenings);
        var ordered = steps.stream()
                .sorted(Comparator.comparing(step -> step.record().occurredOn()))
                .toList();
        var admitted = ENGINE.admit(
                ordered.subList(0, ordered.size() - 1), Story.AUSTRIA_AND_BULGARIA, ordered.get(ordered.size() - 1));
        assertThat(Map.of("bytes", CanonicalJson.write(stands(admitted).toJson()).length))
                .allSatisfy((what, bytes) -> assertThat(bytes).isLessThan(16 * 1024));
    }
}
