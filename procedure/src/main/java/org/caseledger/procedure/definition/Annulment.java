// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import org.jspecify.annotations.Nullable;

/**
 * A step that a ruling may annul.
 *
 * @param fromStart whether it never was, or has no effect from the ruling on
 * @param when guard of the annulment, or null
 */
public record Annulment(
        String step, boolean fromStart, @Nullable Condition when) {}
