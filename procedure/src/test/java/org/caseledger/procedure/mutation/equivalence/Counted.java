// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Anchor;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Term;

/** The terms of a limit in which a name means the first occurrence with effect. */
final class Counted {

    private Counted() {}

    /** Those by which it starts and is counted again. */
    static Stream<Term> ends(Limit limit) {
        return limit.end().stream().map(Limit.Alternative::term);
    }

    /** Those that are asked afterwards too: until when it begins again, and until when somebody may rely on it. */
    static Stream<Term> later(Limit limit) {
        return Stream.of(
                        limit.recurs() == null ? null : limit.recurs().until(),
                        limit.invocable() == null ? null : limit.invocable().until())
                .filter(Objects::nonNull);
    }

    /** Whether the step or named lapse is an anchor in it. */
    static boolean isFrom(Term term, String name) {
        if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().anyMatch(each -> isFrom(each, name));
        } else if (term instanceof Term.LatestOf latest) {
            return latest.of().stream().anyMatch(each -> isFrom(each, name));
        } else if (term instanceof Term.Stated stated) {
            return stated.step().equals(name);
        }
        return term instanceof Term.Counted counted
                && points(counted.from()).stream().anyMatch(new Point.Happening(name)::equals);
    }

    private static List<Point> points(Anchor anchor) {
        if (anchor instanceof Anchor.FirstListedOf listed) {
            return listed.points();
        } else if (anchor instanceof Anchor.EarliestOf earliest) {
            return earliest.points();
        }
        return anchor instanceof Anchor.LatestOf latest ? latest.points() : List.of();
    }
}
