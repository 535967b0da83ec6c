// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.Objects;

/** The same record under two versions of a definition, side by side. */
public record Comparison(Evaluation before, Evaluation after) {

    /** Whether both come to the same responsibility, values, duties, lapses and end. */
    public boolean agree() {
        return before.responsible().equals(after.responsible())
                && before.values().equals(after.values())
                && before.due().equals(after.due())
                && before.lapsed().equals(after.lapsed())
                && Objects.equals(before.ended(), after.ended());
    }
}
