// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.caseledger.procedure.definition.Anchor;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Term;
import org.jspecify.annotations.Nullable;

/** Which events make known what the ends of limits are counted from. */
record Anchors(Definition definition) {

    /** The names in the anchors of a term. */
    static List<String> names(Term term) {
        var names = new ArrayList<String>();
        if (term instanceof Term.Counted counted) {
            points(counted.from()).stream()
                    .map(Anchors::name)
                    .filter(Objects::nonNull)
                    .forEach(names::add);
        } else if (term instanceof Term.Stated stated) {
            names.add(stated.step());
        } else if (term instanceof Term.EarliestOf earliest) {
            earliest.of().forEach(part -> names.addAll(names(part)));
        } else if (term instanceof Term.LatestOf latest) {
            latest.of().forEach(part -> names.addAll(names(part)));
        }
        return names;
    }

    /**
     * Whether the event gives the term an end.
     *
     * @param surely whether it must do so always, or might
     */
    boolean isAnchor(Cause cause, Term term, boolean surely) {
        if (term instanceof Term.Counted counted) {
            return points(counted.from()).stream().anyMatch(point -> isAnchor(cause, point, surely));
        } else if (term instanceof Term.Stated stated) {
            return isStated(cause, stated.step(), stated.attribute(), surely);
        } else if (term instanceof Term.EndOf end) {
            return startsOther(cause, end.limit(), surely);
        } else if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().anyMatch(part -> isAnchor(cause, part, surely));
        }
        return ((Term.LatestOf) term).of().stream().anyMatch(part -> isAnchor(cause, part, surely));
    }

    private boolean isAnchor(Cause cause, Point point, boolean surely) {
        if (point instanceof Point.Happening happening) {
            return happening.name().equals(cause.name());
        } else if (point instanceof Point.Stated stated) {
            return isStated(cause, stated.step(), stated.attribute(), surely);
        } else if (point instanceof Point.Until until) {
            return !surely && until.step().equals(cause.name());
        }
        return point instanceof Point.EndOf end && startsOther(cause, end.limit(), surely);
    }

    private static boolean isStated(Cause cause, String step, String attribute, boolean surely) {
        if (!(cause instanceof Cause.Step event) || !event.type().name().equals(step)) {
            return false;
        }
        var stated = event.type().attribute(attribute);
        return !surely || (stated != null && !stated.optional());
    }

    /** Whether the event starts a limit from the end of which another is counted; a definition may nest that once. */
    private boolean startsOther(Cause cause, String limit, boolean surely) {
        var other = Objects.requireNonNull(definition.limit(limit));
        return other.end().stream()
                .map(Limit.Alternative::term)
                .anyMatch(term -> !(term instanceof Term.EndOf) && isAnchor(cause, term, surely));
    }

    private static List<Point> points(Anchor anchor) {
        if (anchor instanceof Anchor.FirstListedOf listed) {
            return listed.points();
        } else if (anchor instanceof Anchor.EarliestOf earliest) {
            return earliest.points();
        }
        return anchor instanceof Anchor.LatestOf latest ? latest.points() : List.of();
    }

    private static @Nullable String name(Point point) {
        if (point instanceof Point.Happening happening) {
            return happening.name();
        } else if (point instanceof Point.Stated stated) {
            return stated.step();
        }
        return point instanceof Point.Until until ? until.step() : null;
    }
}
