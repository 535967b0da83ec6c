// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.List;

/**
 * The plain graph of a definition.
 *
 * @param leftOut what the graph does not say although the definition does; there it allows more than the definition
 */
public record DcrCompilation(DcrGraph graph, List<LeftOut> leftOut) {

    public DcrCompilation {
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A part of a rule that is not in the graph.
     *
     * @param rule the rule and its source
     * @param what the part of it
     */
    public record LeftOut(String rule, String what) {}
}
