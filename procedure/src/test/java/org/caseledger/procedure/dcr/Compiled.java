// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.library.Library;

/** A definition that is compiled, and a run of its graph. */
final class Compiled {

    private static final String HEAD = """
            definition: sample@1
            semantics: 1
            calendar: days@1
            law: {celex: 32013R0604, confirmed: true}
            roles: {office: one, court: one}
            """;
    private static final String END = "ends: {when: begun, source: '1'}\n";

    private final DcrCompilation compilation;
    private final DcrRun run;

    private Compiled(DcrCompilation compilation) {
        this.compilation = compilation;
        this.run = DcrProgram.of(compilation.graph()).start();
    }

    /** Steps, bars, limits, as in a definition; {@code begun} opens the case and is added to the steps. */
    static Compiled of(String attributes, String rounds, String steps, String rest) {
        return new Compiled(DcrCompiler.compile(DefinitionReader.readYaml(
                "sample.yaml",
                HEAD
                        + "opening: {role: office, steps: [begun]}\n"
                        + (attributes.isEmpty() ? "" : "attributes: " + attributes + "\n")
                        + (rounds.isEmpty() ? "" : "rounds: " + rounds + "\n")
                        + "steps:\n  - {step: begun, kind: fact, by: office, source: '1'}\n"
                        + "  - {step: heard, kind: fact, by: court, source: '1'}\n"
                        + steps.indent(2)
                        + rest
                        + END)));
    }

    static Compiled steps(String steps) {
        return of("", "", steps, "");
    }

    static Compiled shipped(String id) {
        return new Compiled(DcrCompiler.compile(Library.shipped().definition(id)));
    }

    DcrGraph graph() {
        return compilation.graph();
    }

    /** Ids of events that somebody may execute or that happen by themselves: neither gates nor duties. */
    List<String> events() {
        return graph().events().stream()
                .map(DcrEvent::id)
                .filter(id -> !id.contains(".gate-") && !id.endsWith(".due"))
                .toList();
    }

    List<String> leftOut() {
        return compilation.leftOut().stream()
                .map(left -> left.rule() + ": " + left.what())
                .toList();
    }

    boolean plays(String... events) {
        run.restart();
        var all = true;
        for (var event : events) {
            all &= run.execute(event);
        }
        return all;
    }

    boolean enables(String event) {
        return run.enabled().contains(event);
    }

    SortedSet<String> owed() {
        var owed = new TreeSet<>(run.marking().pending());
        owed.retainAll(run.marking().included());
        return owed;
    }
}
