// SPDX-License-Identifier: Apache-2.0
/** Passing a link to another authority's privacy service, and taking one: one-time keys, retries, the register. */
@NullMarked
package org.caseledger.privacy.share;

import org.jspecify.annotations.NullMarked;
