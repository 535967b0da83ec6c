// SPDX-License-Identifier: Apache-2.0
/**
 * Signature policies and implicit meta policies, and their evaluation over signed data.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.ledger.policy;
