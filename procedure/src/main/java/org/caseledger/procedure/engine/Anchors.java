// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Anchor;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Term;
import org.jspecify.annotations.Nullable;

/** What periods are counted from. */
final class Anchors {

    private final Situation situation;
    private final boolean first;
    private final @Nullable Anchored only;
    private final @Nullable Anchored same;

    private Anchors(Situation situation, boolean first, @Nullable Anchored only, @Nullable Anchored same) {
        this.situation = situation;
        this.first = first;
        this.only = only;
        this.same = same;
    }

    static Anchors first(Situation situation) {
        return new Anchors(situation, true, null, null);
    }

    static Anchors newest(Situation situation, Anchored same) {
        return new Anchors(situation, false, null, same);
    }

    static Anchors only(Situation situation, Anchored point) {
        return new Anchors(situation, true, point, null);
    }

    /** The anchor, or null while it is not known. */
    @Nullable
    Anchored of(Anchor anchor) {
        if (only != null) {
            return only;
        } else if (anchor instanceof Anchor.FirstListedOf listed) {
            return listed(listed.points());
        } else if (anchor instanceof Anchor.EarliestOf earliest) {
            return known(earliest.points())
                    .min(Comparator.comparing(Anchored::on))
                    .orElse(null);
        } else if (anchor instanceof Anchor.LatestOf latest) {
            return known(latest.points())
                    .max(Comparator.comparing(Anchored::on))
                    .orElse(null);
        }
        return same;
    }

    /** The anchor of a whole term: of several, where none gives an end, the first in the list that is known. */
    @Nullable
    Anchored of(Term term) {
        if (only != null) {
            return only;
        } else if (term instanceof Term.Counted counted) {
            return of(counted.from());
        } else if (term instanceof Term.Stated stated) {
            return find(new Point.Happening(stated.step()));
        } else if (term instanceof Term.EndOf end) {
            return find(new Point.EndOf(end.limit()));
        } else if (term instanceof Term.EarliestOf earliest) {
            return any(earliest.of());
        }
        return any(((Term.LatestOf) term).of());
    }

    private @Nullable Anchored any(List<Term> terms) {
        for (var term : terms) {
            var anchor = of(term);
            if (anchor != null) {
                return anchor;
            }
        }
        return null;
    }

    private @Nullable Anchored listed(List<Point> points) {
        for (var point : points) {
            var anchor = find(point);
            if (anchor != null) {
                return anchor;
            }
        }
        return null;
    }

    private Stream<Anchored> known(List<Point> points) {
        return points.stream().map(this::find).filter(Objects::nonNull);
    }

    private @Nullable Anchored find(Point point) {
        return situation.program().points().find(point, situation, first);
    }
}
