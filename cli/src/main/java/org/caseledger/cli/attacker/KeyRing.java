// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every key that was found, and which of them wait to be tried on everything. */
final class KeyRing {

    private final Set<Key> known = new HashSet<>();
    private List<Key> waiting = new ArrayList<>();

    void add(Key key) {
        if (key.looksRandom() && known.add(key)) {
            waiting.add(key);
        }
    }

    boolean hasWaiting() {
        return !waiting.isEmpty();
    }

    /** The keys that were not tried yet; they count as tried from now on. */
    List<Key> take() {
        List<Key> taken = waiting;
        waiting = new ArrayList<>();
        return taken;
    }

    int size() {
        return known.size();
    }
}
