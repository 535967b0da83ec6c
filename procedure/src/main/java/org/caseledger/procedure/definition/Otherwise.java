// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

/** What becomes of a step whose need is not met or that a bar forbids. */
public sealed interface Otherwise {

    /** It cannot be recorded. */
    record Refuse() implements Otherwise {}

    /** What it needs must have happened and was not recorded: it stands with its effects, flagged. */
    record Gap() implements Otherwise {}

    /**
     * It can be recorded under this code and stays marked unlawful.
     *
     * @param effects whether its effects follow all the same
     */
    record Irregular(String code, boolean effects) implements Otherwise {}
}
