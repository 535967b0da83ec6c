// SPDX-License-Identifier: Apache-2.0
/**
 * The read model: every block, in order, into PostgreSQL, each in one transaction with its checkpoint. What is in its
 * tables is a function of the blocks alone, so that dropping them and reading again gives the same.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.projection;
