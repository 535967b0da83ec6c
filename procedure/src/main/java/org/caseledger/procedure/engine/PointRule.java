// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import org.jspecify.annotations.Nullable;

/** A day that rules speak of, with its names looked up. */
interface PointRule {

    /**
     * The point, or null where it is not known.
     *
     * @param first whether a name means its first occurrence with effect, else the newest that counts
     */
    @Nullable
    Anchored find(Situation situation, boolean first);
}
