// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.time.Period;

/** How long a limit lasts. */
public sealed interface Within {

    /** A period of the calendar: months, then weeks and days. */
    record Dates(Period period) implements Within {}

    /** Days that are neither a weekend nor a holiday of the acting State. */
    record WorkingDays(int number) implements Within {}

    /** Hours from an instant. */
    record Hours(int number) implements Within {}

    /** A duty without an end. */
    record NoTime() implements Within {}

    /** What the parameter is where it is used. */
    record Parameter(String name) implements Within {}

    /** A period that the newest occurrence of the step carries; none if it carries none. */
    record Stated(String step, String attribute) implements Within {}

    /** The days by which the triggering step came late for the limit; only an extension has it. */
    record Delay(String limit) implements Within {}
}
