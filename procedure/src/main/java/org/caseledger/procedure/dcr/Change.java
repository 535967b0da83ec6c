// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.EnumSet;
import java.util.Set;

/** What may become of an atom when an event happens; a set of these says what is possible. */
enum Change {
    TRUE,
    FALSE,
    /** It stays what it was. */
    SAME;

    static final Set<Change> UNKNOWN = Set.copyOf(EnumSet.allOf(Change.class));

    static Set<Change> to(boolean value) {
        return EnumSet.of(value ? TRUE : FALSE);
    }

    static Set<Change> or(Set<Change> one, Change other) {
        var both = EnumSet.of(other);
        both.addAll(one);
        return both;
    }
}
