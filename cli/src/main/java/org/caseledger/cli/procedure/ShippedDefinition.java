// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.library.Library;

/** Finds a definition of the library by what a person typed. */
final class ShippedDefinition {
    private ShippedDefinition() {}

    /** @throws CommandException if no definition of that id ships */
    static Definition of(String id) {
        try {
            return Library.only(id);
        } catch (IllegalArgumentException e) {
            throw new CommandException(
                    ExitCode.USAGE, "There is no definition " + id + ". See caseledger procedure list.", e);
        }
    }
}
