// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.topology;

import java.time.DateTimeException;
import java.time.Period;

/**
 * How long an authority keeps a link after the end of the procedure.
 *
 * @param period ISO 8601, e.g. {@code P10Y}
 * @param source the rule that sets it
 * @param confirmed whether that rule was confirmed by somebody competent
 */
public record Retention(String period, String source, boolean confirmed) {

    public Retention {
        Topology.require(period != null && isPeriod(period), "A retention needs a period such as P10Y or P6M.");
        Topology.require(
                source != null && !source.isBlank(), "A retention needs a source: the rule that sets the period.");
    }

    private static boolean isPeriod(String text) {
        try {
            return !Period.parse(text).isNegative();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
