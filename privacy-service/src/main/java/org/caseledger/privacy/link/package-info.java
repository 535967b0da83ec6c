// SPDX-License-Identifier: Apache-2.0
/** Creating, resolving, naming, claiming and discarding links: the rules, without transport. */
@NullMarked
package org.caseledger.privacy.link;

import org.jspecify.annotations.NullMarked;
