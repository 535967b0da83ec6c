// SPDX-License-Identifier: Apache-2.0
/** What is written to the ledger, and its one codec. Nothing enters here that reads a clock, a file or a locale. */
@org.jspecify.annotations.NullMarked
package org.caseledger.procedure.record;
