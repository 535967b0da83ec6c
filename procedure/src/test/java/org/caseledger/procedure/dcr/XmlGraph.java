// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Reads a graph back from the XML that DCR tools exchange; knows nothing of how it was written. */
final class XmlGraph {

    private final Document document;

    private XmlGraph(Document document) {
        this.document = document;
    }

    static DcrGraph read(String xml) {
        try {
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            return new XmlGraph(document).graph();
        } catch (Exception e) {
            throw new AssertionError("no XML: " + xml, e);
        }
    }

    private DcrGraph graph() {
        Map<String, String> labels = new TreeMap<>();
        elements("labelMapping").forEach(mapping -> labels.put(mapping.getAttribute("eventId"), label(mapping)));
        var events = within("events", "event").stream()
                .map(event -> new DcrEvent(
                        event.getAttribute("id"), labels.getOrDefault(event.getAttribute("id"), "?"), roles(event)))
                .toList();
        var relations = new ArrayList<DcrRelation>();
        for (var kind : DcrRelation.Kind.values()) {
            var name = kind.name().toLowerCase(Locale.ROOT);
            within(name + "s", name)
                    .forEach(relation -> relations.add(new DcrRelation(
                            kind, relation.getAttribute("sourceId"), relation.getAttribute("targetId"))));
        }
        return new DcrGraph(
                events, relations, DcrMarking.of(ids("executed"), ids("included"), ids("pendingResponses")));
    }

    private String label(Element mapping) {
        var label = mapping.getAttribute("labelId");
        if (within("labels", "label").stream()
                .noneMatch(declared -> declared.getAttribute("id").equals(label))) {
            throw new AssertionError("the label " + label + " is not declared");
        }
        return label;
    }

    private static List<String> roles(Element event) {
        var roles = event.getElementsByTagName("role");
        return IntStream.range(0, roles.getLength())
                .mapToObj(i -> roles.item(i).getTextContent())
                .filter(role -> !role.isEmpty())
                .toList();
    }

    private List<String> ids(String marking) {
        return within(marking, "event").stream()
                .map(event -> event.getAttribute("id"))
                .toList();
    }

    private List<Element> within(String parent, String name) {
        return elements(name).stream()
                .filter(element -> element.getParentNode().getNodeName().equals(parent))
                .toList();
    }

    private List<Element> elements(String name) {
        var nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
