// SPDX-License-Identifier: Apache-2.0
/** The records that the tree keeps (links and requests), their lookups, and the single writer that groups commits. */
@NullMarked
package org.caseledger.privacy.vault;

import org.jspecify.annotations.NullMarked;
