// SPDX-License-Identifier: Apache-2.0
/**
 * What a reader keeps of blocks so that it can ask them again: where things lie, a few bytes each, never the things
 * themselves.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.ledger.index;
