// SPDX-License-Identifier: Apache-2.0
/** The only client of the ledger: endorse, submit, evaluate and follow blocks over the Fabric gateway client. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.ledger;
