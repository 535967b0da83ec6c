// SPDX-License-Identifier: Apache-2.0
/** Reading cases and requests from the read model and evaluating them, for people: entry numbers, no ledger ids. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.cases;
