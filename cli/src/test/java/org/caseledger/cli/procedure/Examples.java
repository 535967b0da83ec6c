// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure;

import java.nio.file.Files;
import java.nio.file.Path;

/** The timelines of docs/examples. */
public final class Examples {
    private Examples() {}

    public static Path file(String name) {
        Path file = Path.of("..", "docs", "examples", name);
        return Files.exists(file) ? file : Path.of("docs", "examples", name);
    }
}
