// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.Objects;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Kind;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Source;
import org.caseledger.procedure.definition.StepType;
import org.jspecify.annotations.Nullable;

/** Compiles a definition to the plain DCR graph of docs/dcr.md. */
public final class DcrCompiler {

    private final Definition definition;
    private final Translation translation;
    private final Causes causes;
    private final Effects effects;
    private final GraphBuilder builder = new GraphBuilder();
    private final Duties duties;
    private final Gates gates;

    private DcrCompiler(Definition definition) {
        this.definition = definition;
        translation = new Translation(definition, new AskedAttributes(definition), null, null);
        causes = Causes.of(definition, translation);
        effects = new Effects(translation, causes);
        duties = new Duties(definition, causes, effects, builder);
        gates = new Gates(causes, effects, duties, builder);
    }

    public static DcrCompilation compile(Definition definition) {
        return new DcrCompiler(definition).compile();
    }

    private DcrCompilation compile() {
        causes.all().stream()
                .filter(Cause.Step.class::isInstance)
                .map(Cause.Step.class::cast)
                .forEach(this::step);
        definition.limits().forEach(this::limit);
        return builder.build();
    }

    private void step(Cause.Step step) {
        var type = step.type();
        builder.event(step.id(), step.id(), type.recorders(), !type.startsExcluded());
        type.includes().forEach(name -> relate(DcrRelation.Kind.INCLUDE, step, name));
        if (effects.keeps(step, Late.Effect.INCLUDES)) {
            type.excludes().forEach(name -> relate(DcrRelation.Kind.EXCLUDE, step, name));
        }
        if (type.kind() == Kind.ACT) {
            order(step);
        }
    }

    private void order(Cause.Step step) {
        var type = step.type();
        var own = translation.in(type.scope()).at(step);
        for (var need : type.needs()) {
            gates.require(
                    step,
                    type.name(),
                    own.holds(need.condition()),
                    asked(need.condition()),
                    rule(type.name(), "need", need.source()));
        }
        for (var bar : definition.bars()) {
            if (bar.step().equals(type.name())) {
                gates.require(
                        step,
                        type.name(),
                        own.fails(bar.condition()),
                        asked(bar.condition()),
                        rule(type.name(), "bar", bar.source()));
            }
        }
    }

    private void limit(Limit limit) {
        duties.add(limit);
        var lapse = causes.lapse(limit);
        var asked = translation.in(limit.scope());
        Stream.of(limit.hold(), limit.pause()).filter(Objects::nonNull).forEach(suspension -> {
            if (lapse != null) {
                var word = suspension.equals(limit.hold()) ? "hold" : "pause";
                gates.require(
                        lapse,
                        lapse.id(),
                        asked.fails(suspension.condition()),
                        null,
                        rule(limit.name(), word, suspension.source()));
            }
        });
    }

    private void relate(DcrRelation.Kind kind, Cause from, String name) {
        causes.steps(name).forEach(to -> builder.relate(kind, from.id(), to.id()));
    }

    /** The act whose happening is all that the guard asks. */
    private @Nullable StepType asked(Condition guard) {
        var step = guard instanceof Condition.Happened happened ? definition.step(happened.name()) : null;
        return step != null && step.kind() == Kind.ACT ? step : null;
    }

    private static String rule(String name, String word, Source source) {
        return name + ", " + word + ", " + source.text();
    }
}
