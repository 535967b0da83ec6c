// SPDX-License-Identifier: Apache-2.0
/**
 * One authority's erasable link between its file numbers and the cases of the ledger.
 *
 * <p>Read in the order in which data flows: {@code http} takes a call, {@code link}, {@code share} and {@code request}
 * own the rules, {@code vault} keeps the records and groups commits, {@code tree} encrypts pages under a tree of keys
 * and {@code feed} brings the ledger's news. Nothing here imports another module of the project.
 */
@NullMarked
package org.caseledger.privacy;

import org.jspecify.annotations.NullMarked;
