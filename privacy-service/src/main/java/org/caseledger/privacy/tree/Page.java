// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import org.jspecify.annotations.Nullable;

/**
 * A page in memory. It does not hold its own key: that lies in the parent, in the run of slots that lead to this page.
 */
abstract sealed class Page permits NodePage, LeafPage {

    final long number;
    private @Nullable NodePage parent;
    private int firstSlot;
    private int width;
    private boolean rekey;

    Page(long number) {
        this.number = number;
    }

    abstract byte[] plain();

    void hang(NodePage below, int slot, int slots) {
        parent = below;
        firstSlot = slot;
        width = slots;
    }

    @Nullable
    NodePage parent() {
        return parent;
    }

    int firstSlot() {
        return firstSlot;
    }

    int width() {
        return width;
    }

    /** Asks for a new key for this page and, at the commit, for every page above it. */
    void demandNewKey() {
        rekey = true;
    }

    boolean takeDemandForNewKey() {
        boolean demanded = rekey;
        rekey = false;
        return demanded;
    }
}
