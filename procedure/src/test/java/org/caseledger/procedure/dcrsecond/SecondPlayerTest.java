// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcrsecond;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.caseledger.procedure.dcr.DcrCompiler;
import org.caseledger.procedure.dcr.DcrEvent;
import org.caseledger.procedure.dcr.DcrGraph;
import org.caseledger.procedure.dcr.DcrProgram;
import org.caseledger.procedure.dcr.TraceOutput;
import org.caseledger.procedure.dcr.TracePlayer;
import org.caseledger.procedure.library.Library;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two players of one semantics say the same of every trace. A seed is printed with what fails. */
class SecondPlayerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TRACES_OF_A_GRAPH = 10;

    @Test
    void both_players_agree_on_10000_traces_of_random_graphs() throws JsonProcessingException {
        randomGraphs(10_000);
    }

    @Test
    void both_players_agree_on_10000_traces_of_the_shipped_definitions() throws JsonProcessingException {
        shippedGraphs(10_000);
    }

    @Tag("deep")
    @Test
    void both_players_agree_on_900000_traces_of_random_graphs() throws JsonProcessingException {
        randomGraphs(900_000);
    }

    @Tag("deep")
    @Test
    void both_players_agree_on_100000_traces_of_the_shipped_definitions() throws JsonProcessingException {
        shippedGraphs(100_000);
    }

    private static void randomGraphs(int traces) throws JsonProcessingException {
        var seeds = new Random().longs(traces / TRACES_OF_A_GRAPH).iterator();
        while (seeds.hasNext()) {
            var seed = seeds.next();
            var random = new Random(seed);
            compare(RandomGraphs.graph(random), TRACES_OF_A_GRAPH, random, "seed " + seed);
        }
    }

    private static void shippedGraphs(int traces) throws JsonProcessingException {
        var definitions = Library.shipped().definitions();
        for (var definition : definitions) {
            var graph = DcrCompiler.compile(definition).graph();
            var seed = new Random().nextLong();
            var told = definition.pin().id() + ", seed " + seed;
            compare(graph, traces / definitions.size() + 1, new Random(seed), told);
        }
    }

    private static void compare(DcrGraph graph, int count, Random random, String told) throws JsonProcessingException {
        var ids = graph.events().stream().map(DcrEvent::id).toList();
        var second = new PlainDcr(graph);
        var traces = new ArrayList<List<String>>();
        for (int i = 0; i < count; i++) {
            traces.add(i % 2 == 0 ? RandomGraphs.trace(ids, random) : RandomGraphs.likelyTrace(second, ids, random));
        }
        var played = played(graph, traces);
        for (int i = 0; i < count; i++) {
            assertThat(end(JSON.readTree(played.get(i))))
                    .as("%s%n%s%n%s", told, graph, traces.get(i))
                    .isEqualTo(second.play(traces.get(i)));
        }
    }

    private static List<String> played(DcrGraph graph, List<List<String>> traces) throws JsonProcessingException {
        var lines = new StringBuilder();
        for (var trace : traces) {
            lines.append(JSON.writeValueAsString(trace)).append('\n');
        }
        var bytes = lines.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var out = new TraceOutput();
        new TracePlayer(DcrProgram.of(graph)).play(bytes, bytes.length, out);
        return new String(out.bytes(), 0, out.length(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static PlainDcr.End end(JsonNode line) {
        var accepted = new ArrayList<Boolean>();
        line.get("accepted").forEach(one -> accepted.add(one.booleanValue()));
        return new PlainDcr.End(
                accepted,
                texts(line.get("enabled")),
                texts(line.get("pending")),
                texts(line.get("included")),
                line.get("mayEnd").booleanValue());
    }

    private static Set<String> texts(JsonNode list) {
        var texts = new TreeSet<String>();
        list.forEach(text -> texts.add(text.textValue()));
        return texts;
    }
}
