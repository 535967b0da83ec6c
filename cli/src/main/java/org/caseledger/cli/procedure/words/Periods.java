// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import java.util.List;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Term;

/** How long a limit lasts, where there is little room. */
public final class Periods {
    private static final int MANY = 2;

    private Periods() {}

    /** Such as: 2 weeks or 1 month. */
    public static String brief(Limit limit) {
        List<String> periods =
                limit.end().stream().flatMap(end -> of(end.term())).distinct().toList();
        return periods.size() <= MANY ? Spell.or(periods) : periods.get(0) + " or other";
    }

    private static Stream<String> of(Term term) {
        if (term instanceof Term.Counted counted) {
            return Stream.of(TermWords.within(counted.within()).replace(" (a parameter)", ""));
        } else if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().flatMap(Periods::of);
        } else if (term instanceof Term.LatestOf latest) {
            return latest.of().stream().flatMap(Periods::of);
        }
        return Stream.of(term instanceof Term.Stated ? "a stated day" : "with another limit");
    }
}
