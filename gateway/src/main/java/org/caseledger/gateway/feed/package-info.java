// SPDX-License-Identifier: Apache-2.0
/** The ledger's news for the authority's own privacy service (decision 0002), over mutual TLS. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.feed;
