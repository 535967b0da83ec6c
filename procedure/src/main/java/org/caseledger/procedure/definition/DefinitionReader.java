// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a definition from YAML (library) or canonical JSON (ledger) and checks it. */
public final class DefinitionReader {

    private DefinitionReader() {}

    /**
     * Reads the ledger's form, in which prose and parts are refused.
     *
     * @throws DefinitionException with every problem found
     */
    public static Definition read(JsonNode content) {
        return read(content.deepCopy(), path -> path.isEmpty() ? "definition" : path);
    }

    /** Reads the library's form of a definition that names no parts. */
    public static Definition readYaml(String file, String text) {
        return readYaml(file, text, Parts.none());
    }

    /**
     * Reads the library's form.
     *
     * @param parts from the name of a part to its YAML, or to null where there is none of that name
     */
    public static Definition readYaml(String file, String text, Function<String, @Nullable String> parts) {
        return readYaml(file, text, Parts.of(parts));
    }

    /**
     * Reads the library's form: prose may stand anywhere and is left out of the content, and parts are put in.
     *
     * @param file what problems name beside the line
     * @throws DefinitionException with every problem found, each with file and line
     */
    public static Definition readYaml(String file, String text, Parts parts) {
        var assembly = Assembly.of(Yaml.read(file, text), parts);
        return read(assembly.content(), assembly::place);
    }

    private static Definition read(JsonNode json, UnaryOperator<String> places) {
        var at = new Cursor(json, "", places);
        if (!(json instanceof ObjectNode content)) {
            throw at.problem("must have named fields");
        }
        var definition = new ContentReader(at, content).read();
        new Checker(definition, places).check();
        return definition;
    }
}
