// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a step or a named lapse does to a running limit. */
public sealed interface Verb {

    /** The word by which a definition calls it. */
    String word();

    /** The steps and named lapses that trigger it. */
    List<String> after();

    @Nullable
    Condition when();

    Source source();

    /**
     * The limit's end counted again as if every anchor in it were one point, with the full period.
     *
     * @param from the point, or null for the day of the trigger
     */
    record Restart(
            List<String> after,
            @Nullable Condition when,
            @Nullable Point from,
            Source source) implements Verb {
        public Restart {
            after = List.copyOf(after);
        }

        @Override
        public String word() {
            return "restart";
        }
    }

    /**
     * The same limit with a new end.
     *
     * @param byEnd whether it must happen before the limit has ended
     */
    record Revise(List<String> after, @Nullable Condition when, boolean byEnd, Term end, Source source)
            implements Verb {
        public Revise {
            after = List.copyOf(after);
        }

        @Override
        public String word() {
            return "revise";
        }
    }

    /**
     * Adds to the end, each time again.
     *
     * @param byEnd whether it must happen before the limit has ended
     */
    record Extend(List<String> after, @Nullable Condition when, boolean byEnd, Within by, Source source)
            implements Verb {
        public Extend {
            after = List.copyOf(after);
        }

        @Override
        public String word() {
            return "extend";
        }
    }

    /** Ends the limit without lapse. */
    record Release(List<String> after, @Nullable Condition when, Source source) implements Verb {
        public Release {
            after = List.copyOf(after);
        }

        @Override
        public String word() {
            return "release";
        }
    }
}
