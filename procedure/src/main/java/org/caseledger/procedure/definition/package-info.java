// SPDX-License-Identifier: Apache-2.0
/** A procedure as data: its types, its reader and its checker. */
@org.jspecify.annotations.NullMarked
package org.caseledger.procedure.definition;
