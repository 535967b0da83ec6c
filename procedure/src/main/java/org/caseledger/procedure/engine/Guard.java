// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

/** A condition of a definition, arranged for asking. */
interface Guard {

    Guard ALWAYS = situation -> true;

    boolean holds(Situation situation);
}
