// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The state of a case in one world. Mutable while it is played; copied before. */
final class Marking {

    private final List<Instances> instances;
    private final @Nullable CaseValue[] values;
    private final BitSet excluded;
    private final BitSet lapsed;
    private @Nullable Ending ended;

    private Marking(List<Instances> instances, @Nullable CaseValue[] values, BitSet excluded, BitSet lapsed) {
        this.instances = instances;
        this.values = values;
        this.excluded = excluded;
        this.lapsed = lapsed;
    }

    /** @param archives whether rounds that are over are kept whole beside, for a view */
    static Marking initial(Program program, boolean archives) {
        var instances = new ArrayList<Instances>();
        program.scopes().forEach(scope -> instances.add(new Instances(scope, archives)));
        instances.get(0).open();
        var excluded = (BitSet) program.excludedAtFirst().clone();
        return new Marking(instances, new CaseValue[program.attributes().size()], excluded, new BitSet());
    }

    /** Puts back what a header keeps. */
    static Marking of(List<Instances> instances, @Nullable CaseValue[] values, BitSet excluded, BitSet lapsed) {
        return new Marking(new ArrayList<>(instances), values, excluded, lapsed);
    }

    /** When the procedure was over, and by which step or limit. */
    record Ending(LocalDate on, String by) {}

    Frame caseFrame() {
        return instances.get(0).frames().get(0);
    }

    List<Instances> instances() {
        return instances;
    }

    Instances of(ScopeRule scope) {
        return instances.get(scope.index());
    }

    /** The frame of that instance in another world, or null. */
    @Nullable
    Frame find(Frame other) {
        var same = of(other.scope()).shown();
        return same.stream()
                .filter(frame -> frame.number() == other.number() && Objects.equals(frame.member(), other.member()))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    CaseValue value(int attribute) {
        return values[attribute];
    }

    void value(int attribute, @Nullable CaseValue value) {
        values[attribute] = value;
    }

    @Nullable
    CaseValue[] values() {
        return values;
    }

    /** Acts that are not possible now, by index of the step. */
    BitSet excluded() {
        return excluded;
    }

    /** Limits that ever passed unmet, by index. */
    BitSet lapsed() {
        return lapsed;
    }

    @Nullable
    Ending ended() {
        return ended;
    }

    void end(@Nullable Ending ending) {
        ended = ending;
    }

    Marking copy() {
        var copies = new ArrayList<Instances>(instances.size());
        for (var each : instances) {
            copies.add(each.copy());
        }
        var copy = new Marking(copies, values.clone(), (BitSet) excluded.clone(), (BitSet) lapsed.clone());
        copy.ended = ended;
        return copy;
    }
}
