// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads what a late step still does. */
final class LateReader {

    private LateReader() {}

    static List<Late> read(Cursor at) {
        if (at.isList() && at.list(Cursor::isText).contains(false)) {
            return at.list(LateReader::guarded);
        }
        return List.of(new Late(null, new TreeSet<>(effects(at))));
    }

    private static Late guarded(Cursor at) {
        at.only("when", "effects");
        return new Late(ConditionReader.optional(at, "when"), new TreeSet<>(effects(at.at("effects"))));
    }

    private static Set<Late.Effect> effects(Cursor at) {
        if (at.isList()) {
            return new TreeSet<>(at.list(LateReader::effect));
        }
        if (!at.isText()) {
            throw at.problem("say full, none, or a list of " + words());
        }
        return at.oneOf("full", "none").equals("full") ? Late.FULL : Set.of();
    }

    private static Late.Effect effect(Cursor at) {
        return Stream.of(Late.Effect.values())
                .filter(effect -> Words.of(effect).equals(at.text()))
                .findFirst()
                .orElseThrow(() -> at.problem("'" + at.text() + "' is no effect; known are " + words()));
    }

    private static String words() {
        return String.join(", ", Stream.of(Late.Effect.values()).map(Words::of).toList());
    }
}
