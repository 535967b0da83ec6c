// SPDX-License-Identifier: Apache-2.0
/**
 * A second player of DCR graphs, written from {@code docs/dcr.md} alone: sets of texts and the definitions word for
 * word. It knows the graphs and how traces are written, and nothing of how the first one plays.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.procedure.dcrsecond;
