// SPDX-License-Identifier: Apache-2.0
/** The ledger's news from the authority's own gateway, and what the service remembers of it. */
@NullMarked
package org.caseledger.privacy.feed;

import org.jspecify.annotations.NullMarked;
