// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caseledger.procedure.library.Library;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another DCR implementation reads our XML and plays the same traces. It needs {@code python3} that can import
 * {@code pm4py.objects.dcr}, which the published pm4py lacks; without it the test is skipped.
 */
class OtherToolTest {

    private static final String IMPORTS = """
            import json, sys
            from pm4py.objects.dcr.importer.variants import xml_dcr_portal
            from pm4py.objects.dcr.semantics import DcrSemantics
            """;
    private static final String PROGRAM = IMPORTS + """
            graph = xml_dcr_portal.apply(sys.argv[1])
            for line in open(sys.argv[2], encoding='utf-8'):
                run = DcrSemantics(graph, cmd_print=False)
                accepted = [run.execute(event)[0] for event in json.loads(line)]
                marking = run.dcr['marking']
                result = {'accepted': accepted, 'enabled': sorted(run.enabled()), 'pending': sorted(marking['pending']),
                          'included': sorted(marking['included']), 'mayEnd': run.is_accepting()}
                print(json.dumps(result, separators=(',', ':')))
            """;

    private final Path directory;

    OtherToolTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void another_implementation_reads_our_xml_and_plays_alike() throws IOException, InterruptedException {
        assumeThat(python(IMPORTS).status())
                .as("python3 with pm4py.objects.dcr is needed to compare with another DCR tool")
                .isZero();
        var random = new Random(2010);
        for (var definition : Library.shipped().definitions()) {
            compare(DcrCompiler.compile(definition).graph(), random);
        }
        for (var i = 0; i < 20; i++) {
            compare(graph(random), random);
        }
    }

    private void compare(DcrGraph graph, Random random) throws IOException, InterruptedException {
        var xml = DcrXml.of("compared", new DcrCompilation(graph, List.of()));
        var traces = IntStream.range(0, 20).mapToObj(i -> trace(graph, random)).collect(Collectors.joining());
        var other = python(
                PROGRAM,
                Files.writeString(directory.resolve("graph.xml"), xml).toString(),
                Files.writeString(directory.resolve("traces.jsonl"), traces).toString());
        var bytes = traces.getBytes(StandardCharsets.UTF_8);
        var ours = new TraceOutput();
        new TracePlayer(DcrProgram.of(graph)).play(bytes, bytes.length, ours);
        assertThat(other.output()).isEqualTo(new String(ours.bytes(), 0, ours.length(), StandardCharsets.UTF_8));
    }

    private static String trace(DcrGraph graph, Random random) {
        return IntStream.range(0, random.nextInt(30))
                .mapToObj(i -> graph.events()
                        .get(random.nextInt(graph.events().size()))
                        .id())
                .map(id -> '"' + id + '"')
                .collect(Collectors.joining(",", "[", "]\n"));
    }

    private static DcrGraph graph(Random random) {
        var ids = IntStream.range(0, 2 + random.nextInt(12))
                .mapToObj(i -> "e" + i)
                .toList();
        var kinds = DcrRelation.Kind.values();
        var relations = new ArrayList<DcrRelation>();
        for (var i = 0; i < 3 * ids.size(); i++) {
            relations.add(new DcrRelation(kinds[random.nextInt(kinds.length)], one(ids, random), one(ids, random)));
        }
        return new DcrGraph(
                ids.stream().map(DcrEvent::new).toList(),
                relations,
                DcrMarking.of(some(ids, random), some(ids, random), some(ids, random)));
    }

    private static String one(List<String> ids, Random random) {
        return ids.get(random.nextInt(ids.size()));
    }

    private static List<String> some(List<String> ids, Random random) {
        return ids.stream().filter(id -> random.nextBoolean()).toList();
    }

    private record Ended(int status, String output) {}

    private static Ended python(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("python3", "-c", program));
        command.addAll(Arrays.asList(arguments));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            return new Ended(-1, "there is no python3");
        }
    }
}
