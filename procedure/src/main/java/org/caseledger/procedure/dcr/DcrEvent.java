// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.List;

/**
 * An event of a graph.
 *
 * @param label what people read
 * @param roles who may execute it, sorted; empty for what happens by itself or cannot be executed at all
 */
public record DcrEvent(String id, String label, List<String> roles) {

    public DcrEvent {
        roles = roles.stream().sorted().distinct().toList();
    }

    /** An event that nobody executes, labelled with its id. */
    public DcrEvent(String id) {
        this(id, id, List.of());
    }
}
