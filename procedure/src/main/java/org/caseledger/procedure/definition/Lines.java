// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The lines of a YAML text by path. */
final class Lines {

    private final Map<String, Integer> lines = new HashMap<>();

    private Lines() {}

    /** Reads again what could be read once. */
    static Lines of(Yaml yaml) {
        var lines = new Lines();
        try (var parser = Yaml.parser(yaml.text())) {
            parser.nextToken();
            lines.value(parser, "");
            return lines;
        } catch (IOException e) {
            throw new IllegalStateException("a text that was read before can be read", e);
        }
    }

    /** The line of a path, or of the nearest one above it; from 1. */
    int line(String path) {
        var at = path;
        while (!lines.containsKey(at) && !at.isEmpty()) {
            var cut = Math.max(at.lastIndexOf('.'), at.lastIndexOf('['));
            at = at.substring(0, Math.max(cut, 0));
        }
        return lines.getOrDefault(at, 1);
    }

    private void value(JsonParser parser, String path) throws IOException {
        lines.putIfAbsent(path, parser.currentTokenLocation().getLineNr());
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                var name = parser.currentName();
                var child = path.isEmpty() ? name : path + "." + name;
                lines.put(child, parser.currentTokenLocation().getLineNr());
                parser.nextToken();
                value(parser, child);
            }
        } else if (parser.currentToken() == JsonToken.START_ARRAY) {
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                value(parser, path + "[" + i + "]");
            }
        }
    }
}
