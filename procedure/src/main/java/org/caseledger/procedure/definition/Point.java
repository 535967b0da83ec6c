// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

/** A day that rules speak of. */
public sealed interface Point {

    /** The day on which the step or the named lapse occurred. */
    record Happening(String name) implements Point {}

    /** The date that the step carries. */
    record Stated(String step, String attribute) implements Point {}

    /** The last day of the period that the step covers. */
    record Until(String step) implements Point {}

    /** The end of the limit, met or not. */
    record EndOf(String limit) implements Point {}

    /** The day of the step that is being recorded. */
    record This() implements Point {}
}
