// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Something that is so or not at each moment of a case. The text is what people read at a gate. */
sealed interface Atom {

    String text();

    /**
     * A step or named lapse happened and counts.
     *
     * @param inside the round from inside of which it is asked, or null if from outside
     */
    record Happened(String name, @Nullable String inside) implements Atom {
        @Override
        public String text() {
            return name;
        }
    }

    /** The newest occurrence of a step carries one of the values. */
    record Carries(
            String step,
            String attribute,
            SortedSet<String> values,
            @Nullable String inside) implements Atom {
        @Override
        public String text() {
            return step + "." + attribute + ": " + String.join("|", values);
        }
    }

    /** A case attribute has one of the values. */
    record CaseValue(String attribute, SortedSet<String> values) implements Atom {
        @Override
        public String text() {
            return "case." + attribute + ": " + String.join("|", values);
        }
    }

    /** The newest round of that name is open. */
    record Open(String round) implements Atom {
        @Override
        public String text() {
            return "open: " + round;
        }
    }

    /** The limit runs. */
    record Running(String limit) implements Atom {
        @Override
        public String text() {
            return "running: " + limit;
        }
    }

    /** The limit passed unmet. */
    record Lapsed(String limit) implements Atom {
        @Override
        public String text() {
            return "lapsed: " + limit;
        }
    }
}
