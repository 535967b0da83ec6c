// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import org.jspecify.annotations.Nullable;

/** What was recovered about one case at one authority; null is what was not recovered. */
record Link(
        @Nullable String fileNumber,
        @Nullable String caseId,
        @Nullable String handle,
        String source) {}
