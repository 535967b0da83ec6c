// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All guards of a definition. */
final class Guards {

    private Guards() {}

    static Stream<Condition> of(Definition definition) {
        return Stream.of(
                        Stream.of(definition.ends()),
                        definition.parameters().stream()
                                .flatMap(parameter -> parameter.rows().stream())
                                .map(Parameter.Row::when),
                        definition.rounds().stream().map(Round::when),
                        definition.bars().stream().map(Bar::condition),
                        definition.steps().stream().flatMap(Guards::of),
                        definition.limits().stream().flatMap(Guards::of))
                .flatMap(guards -> guards)
                .filter(Objects::nonNull);
    }

    /** The guard and all that it is made of. */
    static Stream<Condition> parts(Condition condition) {
        return Stream.concat(Stream.of(condition), inner(condition).flatMap(Guards::parts));
    }

    private static Stream<@Nullable Condition> of(StepType step) {
        return Stream.of(
                        step.needs().stream().map(Need::condition),
                        step.sets().stream().map(Assignment::when),
                        step.mayAnnul().stream().map(Annulment::when))
                .flatMap(guards -> guards);
    }

    private static Stream<@Nullable Condition> of(Limit limit) {
        return Stream.of(
                        limit.metBy().stream().map(Limit.MetBy::when),
                        limit.end().stream().map(Limit.Alternative::when),
                        limit.late().values().stream()
                                .flatMap(late -> late.stream().map(Late::when)),
                        Stream.of(limit.hold(), limit.pause())
                                .filter(Objects::nonNull)
                                .map(Limit.Suspension::condition),
                        limit.verbs().stream().map(Verb::when),
                        Stream.ofNullable(limit.lapse())
                                .flatMap(lapse -> Stream.concat(
                                        lapse.sets().stream().map(Assignment::when),
                                        lapse.notFor().stream().map(Lapse.NotFor::when))))
                .flatMap(guards -> guards);
    }

    private static Stream<Condition> inner(Condition condition) {
        if (condition instanceof Condition.Any any) {
            return any.of().stream();
        } else if (condition instanceof Condition.All all) {
            return all.of().stream();
        } else if (condition instanceof Condition.Not not) {
            return Stream.of(not.of());
        } else if (condition instanceof Condition.AnyOpen open) {
            return Stream.of(open.where());
        }
        return condition instanceof Condition.ForEach each ? Stream.of(each.is()) : Stream.empty();
    }
}
