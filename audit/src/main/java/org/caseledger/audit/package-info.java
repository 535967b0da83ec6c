// SPDX-License-Identifier: Apache-2.0
/**
 * Verifies a ledger from a copy of its blocks, the roots of its authorities and the hash of block 0, and trusts nothing
 * else. {@link org.caseledger.audit.Audit} is the door; formats and method are in docs/audit.md.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.audit;
