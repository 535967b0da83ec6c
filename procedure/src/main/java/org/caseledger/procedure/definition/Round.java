// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import org.jspecify.annotations.Nullable;

/**
 * A part of the case that can come again, each time with its own marking.
 *
 * @param closedBy the step that closes it, or null if it stays open
 * @param when guard of the closing, or null
 */
public record Round(
        String name, @Nullable String closedBy, @Nullable Condition when) {}
