// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.caseledger.procedure.record.Pin;

/** What day it is in this authority's State, by the zone data on the ledger; UTC before there is any. */
public final class Today {

    private final Clock clock;
    private final String country;
    private final GovernanceStore governance;
    private final Procedures procedures;

    public Today(Clock clock, String country, GovernanceStore governance, Procedures procedures) {
        this.clock = clock;
        this.country = country;
        this.governance = governance;
        this.procedures = procedures;
    }

    public LocalDate date() {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return governance.values("calendar").stream()
                .filter(value -> value.path("active").asBoolean())
                .map(value -> procedures.calendar(
                        new Pin(value.path("id").asText(), value.path("hash").asText())))
                .map(calendar -> calendar.offset(country, now.toInstant()))
                .filter(offset -> !offset.equals(ZoneOffset.UTC))
                .findFirst()
                .map(offset -> now.withOffsetSameInstant(offset).toLocalDate())
                .orElse(now.toLocalDate());
    }
}
