// SPDX-License-Identifier: Apache-2.0
/**
 * The world state that committed transactions leave behind: the newest value of each key with the place that wrote it.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.ledger.state;
