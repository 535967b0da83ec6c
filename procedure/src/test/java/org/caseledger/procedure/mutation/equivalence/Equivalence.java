// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import org.caseledger.procedure.definition.Definition;

/**
 * A reason why two definitions cannot be told apart, whatever is recorded: it writes a definition more plainly, and the
 * plainer one plays alike in every case. Two definitions that it writes alike are equivalent by construction. What it
 * leaves out must have no way to anything that an evaluation says, a refusal included; where that needs a proof, the
 * Javadoc gives it.
 */
interface Equivalence {

    /** Why, as a report says it of a mutant. */
    String reason();

    /** The definition, more plainly; the same where the reason does not apply. */
    Definition plain(Definition definition);
}
