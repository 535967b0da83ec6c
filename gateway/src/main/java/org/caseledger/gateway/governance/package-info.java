// SPDX-License-Identifier: Apache-2.0
/** What an operator does with the authority's identity: participants, calendars and definitions. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.governance;
