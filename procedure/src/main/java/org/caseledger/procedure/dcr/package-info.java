// SPDX-License-Identifier: Apache-2.0
/** The plain DCR graph of a definition: compiled, played, written for other tools (docs/dcr.md). */
@org.jspecify.annotations.NullMarked
package org.caseledger.procedure.dcr;
