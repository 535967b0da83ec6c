// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.library.Library;

/** The scenarios among the test resources. */
public final class Scenarios {

    public static final Library LIBRARY = Library.shipped();

    private Scenarios() {}

    /** All of them, in order of folder and file. */
    public static List<Path> files() {
        try (var files =
                Files.walk(Path.of(Scenarios.class.getResource("/scenarios").toURI()))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those of a shipped definition. */
    public static List<Scenario> of(Definition definition) {
        return files().stream()
                .flatMap(file -> read(file).stream())
                .filter(scenario ->
                        scenario.definition().equals(definition.pin().id()))
                .toList();
    }

    public static List<Scenario> read(Path file) {
        return ScenarioReader.readAll(file, Scenarios::definition);
    }

    static Definition definition(String nameOrId) {
        return LIBRARY.definition(nameOrId.contains("@") ? nameOrId : nameOrId + "@1");
    }
}
