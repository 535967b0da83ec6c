// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

/** An attribute of a step, written {@code step.attribute}. */
record StatedName(String step, String attribute) {

    static StatedName read(Cursor at) {
        var parts = at.text().split("\\.", -1);
        if (parts.length != 2) {
            throw at.problem("must name a step and its attribute, such as told.new-end");
        }
        return new StatedName(parts[0], parts[1]);
    }
}
