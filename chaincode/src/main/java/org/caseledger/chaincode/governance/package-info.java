// SPDX-License-Identifier: Apache-2.0
/** Who takes part, and which definitions and calendars the participants have approved. */
@org.jspecify.annotations.NullMarked
package org.caseledger.chaincode.governance;
