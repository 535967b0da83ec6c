// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** The marking of a case in every world, as the case header keeps it. Opaque outside the engine. */
public final class CaseState {

    private final Program program;
    private final List<Marking> worlds;
    private final @Nullable StepRecord last;

    /**
     * @param worlds a marking for each world, in the order of the worlds; not changed any more
     * @param last the last step in the order of replay, or null before the first
     */
    CaseState(Program program, List<Marking> worlds, @Nullable StepRecord last) {
        this.program = program;
        this.worlds = List.copyOf(worlds);
        this.last = last;
    }

    /** The form in the case header. */
    public ObjectNode toJson() {
        return StateWriter.toJson(this);
    }

    @SuppressWarnings("ReferenceEquality") // the numbers of names are those of one arrangement
    boolean isOf(Program other) {
        return program == other;
    }

    Program program() {
        return program;
    }

    List<Marking> worlds() {
        return worlds;
    }

    @Nullable
    StepRecord last() {
        return last;
    }
}
