// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

/** Where a step or a limit has its instances. */
public sealed interface Scope {

    /** Once in the case. */
    record Case() implements Scope {}

    /** Once in each round of that name. */
    record Round(String name) implements Scope {}

    /** Once for each authority that holds the role. */
    record Each(String role) implements Scope {}
}
