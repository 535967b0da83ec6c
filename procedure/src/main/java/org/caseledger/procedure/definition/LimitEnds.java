// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

/** Whether a limit can end and what its end is counted from. */
final class LimitEnds {

    private LimitEnds() {}

    /** Whether it can pass at all: a duty without an end cannot, unless a verb gives it one. */
    static boolean mayHaveOne(Limit limit) {
        return limit.end().stream().anyMatch(alternative -> mayEnd(alternative.term()))
                || limit.verbs().stream().anyMatch(Verb.Revise.class::isInstance);
    }

    private static boolean mayEnd(Term term) {
        if (term instanceof Term.Counted counted) {
            return !(counted.within() instanceof Within.NoTime);
        } else if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().anyMatch(LimitEnds::mayEnd);
        }
        return !(term instanceof Term.LatestOf latest) || latest.of().stream().anyMatch(LimitEnds::mayEnd);
    }
}
