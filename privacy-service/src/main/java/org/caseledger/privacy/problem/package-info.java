// SPDX-License-Identifier: Apache-2.0
/** The one catalogue of what can go wrong for a caller. Names no person, case or file number. */
@NullMarked
package org.caseledger.privacy.problem;

import org.jspecify.annotations.NullMarked;
