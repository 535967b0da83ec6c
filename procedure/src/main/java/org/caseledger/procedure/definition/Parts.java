// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parts that definitions can name; each is read once. Thread-safe. */
public final class Parts {

    private final Function<String, @Nullable String> texts;
    private final Map<String, Part> read = new ConcurrentHashMap<>();

    private Parts(Function<String, @Nullable String> texts) {
        this.texts = texts;
    }

    /** @param texts from the name of a part to its YAML, or to null where there is none of that name */
    public static Parts of(Function<String, @Nullable String> texts) {
        return new Parts(texts);
    }

    /** No parts. */
    public static Parts none() {
        return new Parts(name -> null);
    }

    /** @return null where there is none of that name */
    @Nullable
    Part part(String name) {
        var part = read.get(name);
        if (part == null) {
            var text = texts.apply(name);
            if (text == null) {
                return null;
            }
            part = Part.read(name, Yaml.read(name + ".yaml", text));
            read.put(name, part);
        }
        return part;
    }
}
