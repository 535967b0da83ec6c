// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import java.time.DayOfWeek;
import java.util.Set;

/**
 * How a regulation or law counts.
 *
 * @param rolls whether a last day on a weekend or holiday moves to the next working day
 * @param leastWorkingDays how many working days a period of two days or more contains at least (Regulation (EEC,
 *     Euratom) 1182/71 Art 3(5): two); 0 where the law has no such rule
 * @param fromNextHour whether the hour of the event is not counted in a period of hours (1182/71 Art 3(1))
 * @param weekend the days of the week that are no working days
 */
public record CountingRule(boolean rolls, int leastWorkingDays, boolean fromNextHour, Set<DayOfWeek> weekend) {

    public CountingRule {
        weekend = Set.copyOf(weekend);
    }
}
