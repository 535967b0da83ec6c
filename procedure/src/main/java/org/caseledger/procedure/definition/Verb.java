// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.time.Period;
import org.jspecify.annotations.Nullable;

/** What a step or a named lapse does to a running limit. */
public sealed interface Verb {

    /** The word by which a definition calls it. */
    String word();

    /** The step or named lapse that triggers it. */
    String on();

    @Nullable
    Condition when();

    Source source();

    /** A new anchor and the full period. */
    record Restart(String on, @Nullable Condition when, String from, Source source) implements Verb {
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
    record Revise(String on, @Nullable Condition when, boolean byEnd, Term end, Source source) implements Verb {
        @Override
        public String word() {
            return "revise";
        }
    }

    /** Adds to the end, each time again. */
    record Extend(String on, @Nullable Condition when, Period by, Source source) implements Verb {
        @Override
        public String word() {
            return "extend";
        }
    }

    /** Ends the limit without lapse. */
    record Release(String on, @Nullable Condition when, Source source) implements Verb {
        @Override
        public String word() {
            return "release";
        }
    }
}
