// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.Objects;
import java.util.stream.Stream;

/** All sources that a definition names. */
public final class Sources {

    private Sources() {}

    public static Stream<Source> of(Definition definition) {
        return Stream.of(
                        Stream.of(definition.endsSource()),
                        definition.parameters().stream()
                                .flatMap(parameter -> parameter.rows().stream())
                                .map(Parameter.Row::source),
                        definition.readings().stream().map(Reading::source),
                        definition.steps().stream().flatMap(Sources::of),
                        definition.bars().stream().map(Bar::source),
                        definition.limits().stream().flatMap(Sources::of))
                .flatMap(sources -> sources);
    }

    private static Stream<Source> of(StepType step) {
        return Stream.concat(Stream.of(step.source()), step.needs().stream().map(Need::source));
    }

    private static Stream<Source> of(Limit limit) {
        return Stream.of(
                        limit.end().stream().map(Limit.Alternative::source),
                        limit.verbs().stream().map(Verb::source),
                        Stream.of(limit.hold(), limit.pause())
                                .filter(Objects::nonNull)
                                .map(Limit.Suspension::source),
                        Stream.ofNullable(limit.recurs()).map(Limit.Recurrence::source),
                        Stream.ofNullable(limit.invocable()).map(Limit.Invocable::source),
                        Stream.ofNullable(limit.lapse()).flatMap(Sources::of))
                .flatMap(sources -> sources);
    }

    private static Stream<Source> of(Lapse lapse) {
        return Stream.concat(Stream.of(lapse.source()), lapse.notFor().stream().map(Lapse.NotFor::source));
    }
}
