// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caseledger.procedure.daybyday.Occurrence.Instance;
import org.jspecify.annotations.Nullable;

/** From where one looks: from inside these rounds and members, of each name the first; from outside of all others. */
record View(List<Instance> instances) {

    static View of(Instance instance) {
        return new View(List.of(instance));
    }

    View with(@Nullable Instance other) {
        return other == null
                ? this
                : new View(Stream.concat(Stream.of(other), instances.stream()).toList());
    }

    /** The round of that name from inside which one looks, or null. */
    @Nullable
    Instance inside(@Nullable String round) {
        return round == null
                ? null
                : instances.stream()
                        .filter(instance -> round.equals(instance.round()))
                        .findFirst()
                        .orElse(null);
    }

    /** The member inside whose instance one looks, or null. */
    @Nullable
    String member() {
        return instances.stream()
                .map(Instance::member)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    boolean sees(Occurrence occurrence) {
        if (occurrence.opened != null && inside(occurrence.opened.round()) != null) {
            return occurrence.opened.equals(inside(occurrence.opened.round()));
        }
        return sees(occurrence.in);
    }

    boolean sees(Instance instance) {
        var round = inside(instance.round());
        return round != null
                ? round.equals(instance)
                : instance.member() == null
                        || member() == null
                        || instance.member().equals(member());
    }
}
