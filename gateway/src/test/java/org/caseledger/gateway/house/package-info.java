// SPDX-License-Identifier: Apache-2.0
/** What tests of a whole gateway need: a ledger inside the JVM, PostgreSQL, tokens, and a privacy service's contract. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.house;
