// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

/**
 * A name that something can happen under: a step or a named lapse.
 *
 * @param key number among all that a guard can depend on
 * @param home the scope in whose instances its occurrences are kept
 * @param slot its place there
 */
record Happening(int key, String name, ScopeRule home, int slot) {

    @Override
    public String toString() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Happening happening && happening.key == key;
    }

    @Override
    public int hashCode() {
        return key;
    }
}
