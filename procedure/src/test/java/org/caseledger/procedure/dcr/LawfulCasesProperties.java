// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Kind;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;

/** What the engine takes as lawful, lapses included, the compiled graph accepts. */
class LawfulCasesProperties {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final Library LIBRARY = Library.shipped();

    private static final Map<String, DcrGraph> GRAPHS = new ConcurrentHashMap<>();

    /** Something that may happen: which step, how many days after the one before, with which values. */
    record Happening(int step, int days, int values) {}

    @Provide
    Arbitrary<List<Happening>> happenings() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 1000),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 1000))
                .as(Happening::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(40);
    }

    @Property
    void a_lawful_take_back_is_accepted(@ForAll("happenings") List<Happening> happenings) {
        accepts(
                LIBRARY.definition("dublin3-take-back@1"),
                Roles.of(Map.of("requesting", List.of("AT-DUBLIN"), "requested", List.of("BG-DUBLIN"))),
                happenings);
    }

    @Property
    void a_lawful_erasure_is_accepted(@ForAll("happenings") List<Happening> happenings) {
        accepts(
                LIBRARY.definition("gdpr-erasure@1"),
                Roles.of(Map.of("receiving", List.of("AT-DUBLIN"), "controller", List.of("BG-DUBLIN"))),
                happenings);
    }

    private static void accepts(Definition definition, Roles roles, List<Happening> happenings) {
        var engine = Engine.of(definition, LIBRARY.calendarsOf(definition));
        var steps = lawful(definition, engine, roles, happenings);
        if (steps.isEmpty()) {
            return;
        }
        var graph = GRAPHS.computeIfAbsent(
                definition.pin().id(), id -> DcrCompiler.compile(definition).graph());
        var run = DcrProgram.of(graph).start();
        var played = new ArrayList<String>();
        var past = new HashSet<String>();
        for (int i = 0; i < steps.size(); i++) {
            var record = steps.get(i).record();
            for (var lapsed : before(engine, steps.subList(0, i), roles, record.occurredOn())) {
                if (past.add(lapsed.limit() + lapsed.round() + lapsed.end())) {
                    play(run, id(lapsed), played);
                }
            }
            play(run, id(graph, record), played);
        }
        Statistics.label("acts and lapses")
                .collect(Math.min(
                        5, played.stream().filter(id -> acts(definition, id)).count()));
    }

    /** What has lapsed before a further step of the day, by day: a step can make known that a limit is long past. */
    private static List<Evaluation.Lapsed> before(Engine engine, List<RecordedStep> steps, Roles roles, LocalDate day) {
        return steps.isEmpty()
                ? List.of()
                : engine.evaluate(steps, roles, day, null).lapsed().stream()
                        .sorted(Comparator.comparing(Evaluation.Lapsed::since))
                        .toList();
    }

    private static boolean acts(Definition definition, String event) {
        var step = definition.step(event.replaceAll("\\[.*", ""));
        return step == null || step.kind() == Kind.ACT;
    }

    private static void play(DcrRun run, String event, List<String> played) {
        played.add(event);
        assertThat(run.execute(event)).as("accepts the last of %s", played).isTrue();
    }

    /** The steps that stand without a flag but lateness; each round is opened once. */
    private static List<RecordedStep> lawful(
            Definition definition, Engine engine, Roles roles, List<Happening> happenings) {
        var steps = new ArrayList<RecordedStep>();
        var opened = new HashSet<String>();
        var state = engine.initial();
        var day = FIRST;
        for (var happening : happenings) {
            day = day.plusDays(happening.days());
            var type =
                    definition.steps().get(happening.step() % definition.steps().size());
            var step = step(steps.size() + 1, type, roles, day, new Random(happening.values()));
            if (engine.apply(state, roles, step) instanceof Outcome.Stands stands
                    && stands.flags().stream().allMatch(flag -> flag.kind() == Outcome.Flag.Kind.LATE)
                    && (type.opens() == null || opened.add(type.opens()))) {
                steps.add(step);
                state = stands.next();
            }
        }
        return steps;
    }

    private static RecordedStep step(int number, StepType type, Roles roles, LocalDate day, Random random) {
        var attributes = new TreeMap<String, String>();
        for (var attribute : type.attributes()) {
            if (!attribute.optional() || random.nextBoolean()) {
                attributes.put(attribute.name(), value(attribute, day, random));
            }
        }
        var role = type.recorders().get(random.nextInt(type.recorders().size()));
        var command = new CommandId(String.format(Locale.ROOT, "%032x", number));
        return new RecordedStep(
                StepRecord.of(command, type.name(), role, day, attributes),
                roles.holders(role).get(0),
                Instant.parse("2020-01-01T00:00:00Z"));
    }

    private static String value(Attribute attribute, LocalDate day, Random random) {
        return switch (attribute.type()) {
            case CODE ->
                attribute.values().get(random.nextInt(attribute.values().size()));
            case DATE -> day.plusDays(random.nextInt(700)).toString();
            case PERIOD -> "P1M";
            case COMMITMENT -> "ab".repeat(32);
        };
    }

    private static String id(Evaluation.Lapsed lapsed) {
        return lapsed.as() == null ? lapsed.limit() + ".lapsed" : lapsed.as();
    }

    /** The one event of the step whose values are the record's. */
    private static String id(DcrGraph graph, StepRecord record) {
        return graph.events().stream()
                .map(DcrEvent::id)
                .filter(id -> id.equals(record.step()) || id.startsWith(record.step() + "["))
                .filter(id -> values(id).stream().allMatch(value -> record.attributes().entrySet().stream()
                        .anyMatch(entry -> value.equals(entry.getKey() + "=" + entry.getValue()))))
                .max(Comparator.comparing(String::length))
                .orElseThrow();
    }

    private static List<String> values(String id) {
        return id.endsWith("]")
                ? List.of(id.substring(id.indexOf('[') + 1, id.length() - 1).split(",", -1))
                : List.of();
    }
}
