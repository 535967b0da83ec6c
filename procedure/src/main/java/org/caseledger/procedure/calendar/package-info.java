// SPDX-License-Identifier: Apache-2.0
/** Counting rules, holidays and zone offsets as versioned data. */
@org.jspecify.annotations.NullMarked
package org.caseledger.procedure.calendar;
