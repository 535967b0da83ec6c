// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is looked for without a key, in memory only: built by walking the tree at start, kept up with each change. */
final class VaultIndex {

    private final SortedSet<String> unclaimed = new TreeSet<>();
    private final SortedSet<String> withPendingShares = new TreeSet<>();
    private final SortedMap<String, RequestFile> requests = new TreeMap<>();
    private int links;

    void addLink(Link link) {
        links++;
        updateLink(link);
    }

    void updateLink(Link link) {
        keep(unclaimed, link.caseId(), link.ownFileNumber().isEmpty());
        keep(withPendingShares, link.caseId(), !link.pendingShares().isEmpty());
    }

    void removeLink(Link link) {
        links--;
        unclaimed.remove(link.caseId());
        withPendingShares.remove(link.caseId());
    }

    void putRequest(RequestFile request) {
        requests.put(request.requestId(), request);
    }

    void removeRequest(String requestId) {
        requests.remove(requestId);
    }

    Collection<RequestFile> requests() {
        return List.copyOf(requests.values());
    }

    List<String> unclaimed() {
        return List.copyOf(unclaimed);
    }

    List<String> withPendingShares() {
        return List.copyOf(withPendingShares);
    }

    int links() {
        return links;
    }

    private static void keep(SortedSet<String> set, String caseId, boolean member) {
        if (member) {
            set.add(caseId);
        } else {
            set.remove(caseId);
        }
    }
}
