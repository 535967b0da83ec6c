// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The points that terms speak of. */
final class Points {

    private Points() {}

    static Stream<Point> of(Term term) {
        if (term instanceof Term.Stated stated) {
            return Stream.of(new Point.Stated(stated.step(), stated.attribute()));
        } else if (term instanceof Term.EndOf end) {
            return Stream.of(new Point.EndOf(end.limit()));
        } else if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().flatMap(Points::of);
        } else if (term instanceof Term.LatestOf latest) {
            return latest.of().stream().flatMap(Points::of);
        }
        return of(((Term.Counted) term).from());
    }

    static Stream<Point> of(Anchor anchor) {
        if (anchor instanceof Anchor.FirstListedOf listed) {
            return listed.points().stream();
        } else if (anchor instanceof Anchor.EarliestOf earliest) {
            return earliest.points().stream();
        }
        return anchor instanceof Anchor.LatestOf latest ? latest.points().stream() : Stream.empty();
    }

    /** Whether some list in it names nothing. */
    static boolean isEmpty(Term term) {
        if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().isEmpty() || earliest.of().stream().anyMatch(Points::isEmpty);
        } else if (term instanceof Term.LatestOf latest) {
            return latest.of().isEmpty() || latest.of().stream().anyMatch(Points::isEmpty);
        }
        return term instanceof Term.Counted counted
                && !(counted.from() instanceof Anchor.Same)
                && of(counted.from()).findAny().isEmpty();
    }

    static Stream<Anchor> anchors(Term term) {
        return counted(term).map(Term.Counted::from);
    }

    static Stream<Within> periods(Term term) {
        return counted(term).map(Term.Counted::within);
    }

    /** The step or named lapse that must have happened for the point to be known, or null if it is another's. */
    static @Nullable String happening(Point point) {
        if (point instanceof Point.Happening happening) {
            return happening.name();
        } else if (point instanceof Point.Stated stated) {
            return stated.step();
        }
        return point instanceof Point.Until until ? until.step() : null;
    }

    private static Stream<Term.Counted> counted(Term term) {
        if (term instanceof Term.Counted counted) {
            return Stream.of(counted);
        } else if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().flatMap(Points::counted);
        }
        return term instanceof Term.LatestOf latest ? latest.of().stream().flatMap(Points::counted) : Stream.empty();
    }
}
