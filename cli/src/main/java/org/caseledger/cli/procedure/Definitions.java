// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.library.Library;

/** Finds shipped definitions by what a person typed. */
public final class Definitions {
    private Definitions() {}

    /** The definition of that id; a name without its version means the newest. */
    public static Optional<Definition> find(Library library, String wanted) {
        return library.definitions().stream()
                .filter(definition -> wanted.contains("@")
                        ? definition.pin().id().equals(wanted)
                        : definition.pin().id().startsWith(wanted + "@"))
                .max(Comparator.comparingInt(
                        definition -> Integer.parseInt(definition.pin().id().replaceFirst(".*@", ""))));
    }

    /** A sentence for whoever typed what is not there. */
    public static String missing(Library library, String wanted) {
        List<String> ids = library.definitions().stream()
                .map(definition -> definition.pin().id())
                .toList();
        String hint = Nearest.hint(wanted, ids);
        return "There is no procedure " + wanted + (hint.isEmpty() ? "." : hint) + " See caseledger procedure list.";
    }
}
