// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

/** What sort of happening a step is. */
public enum Kind {
    /** Done by a role; obeys the order. */
    ACT,
    /** Happens, is always enabled, may precede the case. */
    FACT,
    /** Said by a court or board; always enabled, may annul a step. */
    RULING
}
