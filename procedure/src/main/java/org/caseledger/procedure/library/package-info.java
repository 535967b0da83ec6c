// SPDX-License-Identifier: Apache-2.0
/** The definitions and calendars that ship with caseledger, as resources of this module. */
@org.jspecify.annotations.NullMarked
package org.caseledger.procedure.library;
