// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Kind;
import org.caseledger.procedure.definition.Otherwise;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordedStep;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Cases at random: steps of a few months in any order of arrival, many of one day, some without ground. */
public final class RandomCase {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 29);
    private static final List<String> HOLDERS = List.of("AT-DUBLIN", "BG-DUBLIN", "DE-DUBLIN");

    private RandomCase() {}

    public static Roles roles(Definition definition) {
        var holders = new TreeMap<String, List<String>>();
        definition.roles().forEach((role, many) -> {
            var first = holders.size() % HOLDERS.size();
            holders.put(role, many ? HOLDERS.subList(0, 2) : HOLDERS.subList(first, first + 1));
        });
        return Roles.of(holders);
    }

    /** A case, and a day up to two months after its last step. */
    static Example example(RandomDefinition.Drawn drawn, Roles roles, Random random) {
        var steps = steps(drawn.definition(), roles, random);
        var last = steps.stream()
                .map(step -> step.record().occurredOn())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Example(drawn.yaml(), roles, steps, last.plusDays(random.nextInt(60)));
    }

    public static List<RecordedStep> steps(Definition definition, Roles roles, Random random) {
        var steps = new ArrayList<RecordedStep>();
        var annullable = new ArrayList<CommandId>();
        var day = FIRST;
        steps.add(
                step(definition.step(definition.openingSteps().get(0)), 1, day, roles, annullable, random, definition));
        for (int i = 1 + random.nextInt(24); i > 0; i--) {
            day = day.plusDays(random.nextInt(3) == 0 ? 0 : random.nextInt(14));
            var type = definition.steps().get(random.nextInt(definition.steps().size()));
            steps.add(step(type, steps.size() + 1, day, roles, annullable, random, definition));
        }
        Collections.shuffle(steps.subList(1, steps.size()), random);
        return steps;
    }

    private static RecordedStep step(
            @Nullable StepType type,
            int number,
            LocalDate day,
            Roles roles,
            List<CommandId> annullable,
            Random random,
            Definition definition) {
        java.util.Objects.requireNonNull(type);
        var command = command(number);
        var attributes = new TreeMap<String, String>();
        type.attributes().forEach(attribute -> {
            if (!attribute.optional() || random.nextBoolean()) {
                attributes.put(attribute.name(), value(attribute, day, random));
            }
        });
        var role = type.recorders().get(random.nextInt(type.recorders().size()));
        var inRound = type.scope() instanceof Scope.Round && random.nextInt(5) == 0;
        var at = random.nextInt(4) == 0
                ? day.atTime(LocalTime.of(random.nextInt(24), 0)).atOffset(ZoneOffset.UTC)
                : null;
        var annuls = type.mayAnnul().isEmpty() || annullable.isEmpty()
                ? null
                : annullable.get(random.nextInt(annullable.size()));
        if (type.opens() != null) {
            annullable.add(command);
        }
        var holders = roles.holders(role);
        var record = new StepRecord(
                command,
                type.name(),
                role,
                day,
                at,
                random.nextInt(4) == 0 ? 1 + random.nextInt(3) : null,
                type.kind() == Kind.FACT && random.nextInt(3) == 0 ? day.plusDays(random.nextInt(20)) : null,
                inRound ? 1 + random.nextInt(2) : null,
                attributes,
                annuls,
                null,
                null,
                false,
                null,
                code(type, definition, random));
        return new RecordedStep(
                record, holders.get(random.nextInt(holders.size())), Instant.parse("2023-01-01T00:00:00Z"));
    }

    private static CommandId command(int number) {
        var hex = Integer.toHexString(number);
        return new CommandId("0".repeat(32 - hex.length()) + hex);
    }

    private static @Nullable String code(StepType type, Definition definition, Random random) {
        var codes = new ArrayList<String>();
        type.needs().forEach(need -> add(codes, need.otherwise()));
        definition.bars().stream()
                .filter(bar -> bar.step().equals(type.name()))
                .forEach(bar -> add(codes, bar.otherwise()));
        return codes.isEmpty() || random.nextInt(6) == 0 ? null : codes.get(random.nextInt(codes.size()));
    }

    private static void add(List<String> codes, Otherwise otherwise) {
        if (otherwise instanceof Otherwise.Irregular irregular) {
            codes.add(irregular.code());
        }
    }

    private static String value(Attribute attribute, LocalDate day, Random random) {
        return switch (attribute.type()) {
            case CODE -> {
                // The engine asks what each other value in place of an unknown would change, which takes its time.
                var known = attribute.values().stream()
                        .filter(code -> !code.equals("unknown"))
                        .toList();
                var codes = random.nextInt(8) == 0 ? attribute.values() : known;
                yield codes.get(random.nextInt(codes.size()));
            }
            case DATE -> day.plusDays(random.nextInt(60)).toString();
            case PERIOD -> "P" + (1 + random.nextInt(20)) + "D";
            case COMMITMENT -> "0".repeat(64);
        };
    }
}
