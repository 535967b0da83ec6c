// SPDX-License-Identifier: Apache-2.0
/** Pages encrypted under a tree of keys whose root key alone must be destroyed to destroy a page. Knows no link. */
@NullMarked
package org.caseledger.privacy.tree;

import org.jspecify.annotations.NullMarked;
