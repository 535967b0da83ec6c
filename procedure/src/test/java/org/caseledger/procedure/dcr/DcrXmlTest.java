// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.caseledger.procedure.library.Library;
import org.junit.jupiter.api.Test;

class DcrXmlTest {

    @Test
    void every_shipped_definition_reads_back_as_the_same_graph() {
        assertThat(Library.shipped().definitions()).isNotEmpty().allSatisfy(definition -> {
            var compilation = DcrCompiler.compile(definition);
            assertThat(compilation.graph().relations()).isNotEmpty();
            assertThat(XmlGraph.read(DcrXml.of(definition.pin().id(), compilation)))
                    .isEqualTo(compilation.graph());
        });
    }

    @Test
    void every_relation_and_every_part_of_a_marking_is_written() {
        var relations = List.of(
                new DcrRelation(DcrRelation.Kind.CONDITION, "a", "b"),
                new DcrRelation(DcrRelation.Kind.RESPONSE, "b", "c"),
                new DcrRelation(DcrRelation.Kind.MILESTONE, "c", "a"),
                new DcrRelation(DcrRelation.Kind.INCLUDE, "a", "a"),
                new DcrRelation(DcrRelation.Kind.EXCLUDE, "c", "b"));
        var events = List.of(
                new DcrEvent("a", "A <first> & \"best\"", List.of("one", "two")),
                new DcrEvent("b"),
                new DcrEvent("c", "ü", List.of("one")));
        var graph = new DcrGraph(events, relations, DcrMarking.of(List.of("a"), List.of("b", "c"), List.of("a", "c")));
        assertThat(XmlGraph.read(DcrXml.of("x", new DcrCompilation(graph, List.of()))))
                .isEqualTo(graph);
    }

    @Test
    void what_the_graph_does_not_say_stands_in_its_details() {
        var xml = DcrXml.of(
                "gdpr-erasure@1", DcrCompiler.compile(Library.shipped().definition("gdpr-erasure@1")));
        assertThat(xml)
                .contains("<dcrgraph title=\"gdpr-erasure@1\">")
                .contains("Left out: decided, need, 32016R0679 Art 17(3): present: until");
    }
}
