// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import java.util.List;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Anchor;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Term;

/** The steps and named lapses that a rule speaks of. */
public final class Names {
    private Names() {}

    /** What an end is counted from or stated by. */
    public static Stream<String> of(Term term) {
        if (term instanceof Term.Counted counted) {
            return points(counted.from()).stream().flatMap(Names::of);
        } else if (term instanceof Term.Stated stated) {
            return Stream.of(stated.step());
        } else if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().flatMap(Names::of);
        } else if (term instanceof Term.LatestOf latest) {
            return latest.of().stream().flatMap(Names::of);
        }
        return Stream.empty();
    }

    /** The limits whose ends a term speaks of. */
    public static Stream<String> limits(Term term) {
        if (term instanceof Term.EndOf end) {
            return Stream.of(end.limit());
        } else if (term instanceof Term.Counted counted) {
            return points(counted.from()).stream()
                    .filter(Point.EndOf.class::isInstance)
                    .map(point -> ((Point.EndOf) point).limit());
        } else if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().flatMap(Names::limits);
        }
        return term instanceof Term.LatestOf latest ? latest.of().stream().flatMap(Names::limits) : Stream.empty();
    }

    /** What a guard asks to have happened; nothing of what it asks not to have. */
    public static Stream<String> of(Condition condition) {
        if (condition instanceof Condition.Happened happened) {
            return Stream.of(happened.name());
        } else if (condition instanceof Condition.Holds holds) {
            return Stream.ofNullable(holds.step());
        } else if (condition instanceof Condition.Times times) {
            return times.atLeast() > 0 ? Stream.of(times.step()) : Stream.empty();
        } else if (condition instanceof Condition.Any any) {
            return any.of().stream().flatMap(Names::of);
        } else if (condition instanceof Condition.All all) {
            return all.of().stream().flatMap(Names::of);
        } else if (condition instanceof Condition.AnyOpen open) {
            return of(open.where());
        }
        return condition instanceof Condition.ForEach each ? of(each.is()) : Stream.empty();
    }

    private static Stream<String> of(Point point) {
        if (point instanceof Point.Happening happening) {
            return Stream.of(happening.name());
        } else if (point instanceof Point.Stated stated) {
            return Stream.of(stated.step());
        }
        return point instanceof Point.Until until ? Stream.of(until.step()) : Stream.empty();
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
