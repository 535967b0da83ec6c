// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.doctor;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The programs that build and run caseledger. */
final class JavaCheck {
    static final int OLDEST = 17;

    private JavaCheck() {}

    static Check runtime() {
        int feature = Runtime.version().feature();
        String found = "Java " + Runtime.version() + " in " + System.getProperty("java.home");
        return feature >= OLDEST
                ? Check.ok("java", found)
                : Check.missing("java", found, "Install a JDK " + OLDEST + " or newer and let JAVA_HOME name it.");
    }

    static Check compiler() {
        return ToolProvider.getSystemJavaCompiler() != null
                ? Check.ok("javac", "comes with this Java")
                : Check.missing(
                        "javac",
                        "this Java is a runtime without a compiler",
                        "Install a JDK " + OLDEST + " or newer, e.g. apt-get install openjdk-17-jdk-headless.");
    }

    static Check maven() {
        return onPath("mvn")
                .map(file -> Check.ok("maven", file.toString()))
                .orElseGet(() -> Check.missing(
                        "maven", "no mvn on the path", "Install Maven 3.8 or newer, e.g. apt-get install maven."));
    }

    private static Optional<Path> onPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator))
                .map(directory -> Path.of(directory, program))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
