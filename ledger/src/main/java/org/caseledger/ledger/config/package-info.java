// SPDX-License-Identifier: Apache-2.0
/**
 * The channel's configuration as block 0 carries it.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.ledger.config;
