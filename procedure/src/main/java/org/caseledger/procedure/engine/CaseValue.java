// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.Objects;
import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * What a case attribute has become.
 *
 * @param rule text of the source that made it so
 * @param isFinal whether only a rule that reopens can change it
 * @param by the entry that set it, kept where it can be annulled, or null
 * @param before what it was before, also where that was the same, kept as long as something can be annulled; else null
 */
record CaseValue(
        String value,
        LocalDate since,
        String rule,
        boolean isFinal,
        @Nullable CommandId by,
        @Nullable CaseValue before) {

    boolean isAs(CaseValue other) {
        return value.equals(other.value) && isFinal == other.isFinal;
    }

    CaseValue after(@Nullable CaseValue earlier) {
        return new CaseValue(value, since, rule, isFinal, by, earlier);
    }

    /** What made it so first: a value that is set again keeps its day and its rule. */
    CaseValue origin() {
        var origin = this;
        while (origin.before != null && origin.before.isAs(this)) {
            origin = origin.before;
        }
        return origin;
    }

    /** As if the entry had set nothing; null for the first of its list. */
    @Nullable
    CaseValue without(CommandId command) {
        var earlier = before == null ? null : before.without(command);
        if (command.equals(by)) {
            return earlier;
        }
        return Objects.equals(earlier, before) ? this : after(earlier);
    }
}
