// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What lies under {@code case/<case>}: all that a step in order needs to read.
 *
 * @param id the case
 * @param definition the pinned definition
 * @param calendars the pinned calendars, sorted by id
 * @param openedBy authority id of the opener
 * @param roles who holds each role
 * @param count number of entries
 * @param last command of the newest entry
 * @param sealed whether nothing may be recorded any more
 * @param state the engine's state, in the engine's own form ({@code CaseState.toJson})
 */
public record CaseHeader(
        CaseId id,
        Pin definition,
        List<Pin> calendars,
        String openedBy,
        Roles roles,
        int count,
        CommandId last,
        boolean sealed,
        ObjectNode state) {

    public CaseHeader {
        calendars = List.copyOf(calendars);
        Forms.requireAuthority("openedBy", openedBy);
    }
}
