// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;

/** What a period is counted from. A single point is a {@link FirstListedOf} of one. */
public sealed interface Anchor {

    /** The first of the points, in the order of the list, that is known. */
    record FirstListedOf(List<Point> points) implements Anchor {
        public FirstListedOf {
            points = List.copyOf(points);
        }
    }

    /** The earliest of those that are known. */
    record EarliestOf(List<Point> points) implements Anchor {
        public EarliestOf {
            points = List.copyOf(points);
        }
    }

    /** The latest of those that are known. */
    record LatestOf(List<Point> points) implements Anchor {
        public LatestOf {
            points = List.copyOf(points);
        }
    }

    /** What the limit is counted from already. */
    record Same() implements Anchor {}
}
