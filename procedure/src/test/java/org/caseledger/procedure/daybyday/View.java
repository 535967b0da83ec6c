// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.util.List;
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

    /** The round of that name, or the member of that role, from inside which one looks; null from outside. */
    @Nullable
    Instance inside(Instance kind) {
        return instances.stream().filter(kind::isLike).findFirst().orElse(null);
    }

    /** The member of the role inside whose instance one looks, or null. */
    @Nullable
    String member(@Nullable String role) {
        return instances.stream()
                .filter(instance -> role != null && role.equals(instance.role()))
                .map(Instance::member)
                .findFirst()
                .orElse(null);
    }

    boolean sees(Occurrence occurrence) {
        var opened = occurrence.opened;
        return (opened != null && inside(opened) != null) ? opened.equals(inside(opened)) : sees(occurrence.in);
    }

    boolean sees(Instance instance) {
        var own = inside(instance);
        return own == null || own.equals(instance);
    }
}
