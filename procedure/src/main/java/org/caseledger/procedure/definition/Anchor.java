// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;

/** What a period is counted from. */
public sealed interface Anchor {

    /** The first of the names, in the order of the list, that happened with effect. */
    record FirstListedOf(List<String> names) implements Anchor {
        public FirstListedOf {
            names = List.copyOf(names);
        }
    }

    /** The earliest of the names. */
    record EarliestOf(List<String> names) implements Anchor {
        public EarliestOf {
            names = List.copyOf(names);
        }
    }

    /** What the limit is counted from already. */
    record Same() implements Anchor {}
}
