// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A definition that uses every construct of the language. */
public final class WholeLanguage {

    public static final String FILE = "whole-language.yaml";
    public static final String TEXT = text();

    private WholeLanguage() {}

    public static Definition definition() {
        return DefinitionReader.readYaml(FILE, TEXT);
    }

    private static String text() {
        try (var stream = Objects.requireNonNull(WholeLanguage.class.getResourceAsStream("/definitions/" + FILE))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
