// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.MalformedRecordException;

/** Reads a definition from YAML (library) or canonical JSON (ledger) and checks it. */
public final class DefinitionReader {

    private static final Set<String> PROSE = Set.of("title", "note", "link", "conflicts");

    private DefinitionReader() {}

    /**
     * Reads the ledger's form, in which prose is refused.
     *
     * @throws DefinitionException with every problem found
     */
    public static Definition read(JsonNode content) {
        return read(content, path -> path.isEmpty() ? "definition" : path);
    }

    /**
     * Reads the library's form; prose may stand anywhere and is left out of the content.
     *
     * @param file what problems name beside the line
     * @throws DefinitionException with every problem found
     */
    public static Definition readYaml(String file, String text) {
        var yaml = Yaml.read(file, text);
        return read(withoutProse(yaml.json()), yaml::place);
    }

    private static Definition read(JsonNode json, UnaryOperator<String> places) {
        var definition = new ContentReader(new Cursor(canonical(json, places), "", places)).read();
        new Checker(definition, places).check();
        return definition;
    }

    /** The order of names must not matter, as the ledger does not keep it. */
    private static JsonNode canonical(JsonNode json, UnaryOperator<String> places) {
        try {
            return CanonicalJson.read(CanonicalJson.write(json));
        } catch (MalformedRecordException e) {
            throw new Cursor(json, "", places).problem("has a number or a text that canonical JSON does not take");
        }
    }

    private static JsonNode withoutProse(JsonNode json) {
        if (json instanceof ObjectNode object) {
            PROSE.forEach(object::remove);
        }
        json.forEach(DefinitionReader::withoutProse);
        return json;
    }
}
