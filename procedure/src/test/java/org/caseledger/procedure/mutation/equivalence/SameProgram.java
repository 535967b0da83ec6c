// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import org.caseledger.procedure.definition.Definition;

/**
 * The same rules written otherwise: {@code full} for the list of all effects, a list of one for a name. The engine
 * compiles what was read and nothing else, so that equal rules make the same program.
 */
final class SameProgram implements Equivalence {

    @Override
    public String reason() {
        return "the same program";
    }

    @Override
    public Definition plain(Definition definition) {
        return Rewriting.bare(definition);
    }
}
