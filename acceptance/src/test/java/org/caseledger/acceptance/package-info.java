// SPDX-License-Identifier: Apache-2.0
/** Tests that need the whole house, spoken over HTTP so that the same classes run on every ledger. */
@org.jspecify.annotations.NullMarked
package org.caseledger.acceptance;
