// SPDX-License-Identifier: Apache-2.0
/**
 * Signatures over P-256 in Fabric's form (SHA-256, DER, low S) behind a provider that can be chosen.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.ledger.crypto;
