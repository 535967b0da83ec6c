// SPDX-License-Identifier: Apache-2.0
/**
 * MSP identities: certificate chains from root over issuing to leaf, node roles by OU, serialized form.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.ledger.identity;
