// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** The state of a graph: ids of the events that were executed, that are included, that are pending. */
public record DcrMarking(SortedSet<String> executed, SortedSet<String> included, SortedSet<String> pending) {

    public DcrMarking {
        executed = Collections.unmodifiableSortedSet(new TreeSet<>(executed));
        included = Collections.unmodifiableSortedSet(new TreeSet<>(included));
        pending = Collections.unmodifiableSortedSet(new TreeSet<>(pending));
    }

    public static DcrMarking of(Collection<String> executed, Collection<String> included, Collection<String> pending) {
        return new DcrMarking(new TreeSet<>(executed), new TreeSet<>(included), new TreeSet<>(pending));
    }

    /** Whether no included event is pending: what DCR calls accepting. */
    public boolean mayEnd() {
        return Collections.disjoint(pending, included);
    }
}
