// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/**
 * What a case attribute has become.
 *
 * @param rule text of the source that made it so
 * @param isFinal whether only a rule that reopens can change it
 * @param by the entry that set it, kept where it can be annulled, or null
 * @param before what it was before, kept likewise; null for the first of its list
 */
record CaseValue(
        String value,
        LocalDate since,
        String rule,
        boolean isFinal,
        @Nullable CommandId by,
        @Nullable CaseValue before) {}
