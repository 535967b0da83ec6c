// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/** Writes a graph in the XML that DCR tools exchange (Marquard and others 2015, "Exformatics"). */
public final class DcrXml {

    private static final int COLUMNS = 8;
    private static final int GAP_X = 200;
    private static final int GAP_Y = 220;
    private static final int WIDTH = 130;
    private static final int HEIGHT = 150;
    private static final Map<DcrRelation.Kind, List<String>> ELEMENTS = new EnumMap<>(Map.of(
            DcrRelation.Kind.CONDITION, List.of("conditions", "condition"),
            DcrRelation.Kind.RESPONSE, List.of("responses", "response"),
            DcrRelation.Kind.EXCLUDE, List.of("excludes", "exclude"),
            DcrRelation.Kind.INCLUDE, List.of("includes", "include"),
            DcrRelation.Kind.MILESTONE, List.of("milestones", "milestone")));
    private static final List<DcrRelation.Kind> ORDER = List.of(
            DcrRelation.Kind.CONDITION,
            DcrRelation.Kind.RESPONSE,
            DcrRelation.Kind.EXCLUDE,
            DcrRelation.Kind.INCLUDE,
            DcrRelation.Kind.MILESTONE);

    private final DcrGraph graph;
    private final Map<String, Integer> places = new HashMap<>();
    private final Xml xml = new Xml();

    private DcrXml(DcrGraph graph) {
        this.graph = graph;
        for (var event : graph.events()) {
            places.put(event.id(), places.size());
        }
    }

    /** The document; what the graph does not say of the definition stands in its details. */
    public static String of(String title, DcrCompilation compilation) {
        var details = new ArrayList<String>();
        details.add("Plain DCR graph of " + title + ". It has no dates: when limits end, and what moves their ends, is"
                + " not in it. Of each round it shows the newest.");
        compilation.leftOut().forEach(left -> details.add("Left out: " + left.rule() + ": " + left.what()));
        return new DcrXml(compilation.graph()).write(title, String.join("\n", details));
    }

    private String write(String title, String details) {
        xml.open("dcrgraph", "title", title);
        xml.open("specification");
        resources(details);
        constraints();
        xml.close();
        xml.open("runtime");
        xml.open("custom").empty("globalMarking").close();
        xml.open("marking").empty("globalStore");
        events("executed", graph.marking().executed());
        events("included", graph.marking().included());
        events("pendingResponses", graph.marking().pending());
        xml.close().close().close();
        return xml.toString();
    }

    private void resources(String details) {
        xml.open("resources").open("events");
        for (var i = 0; i < graph.events().size(); i++) {
            event(graph.events().get(i), i);
        }
        xml.close()
                .empty("subProcesses")
                .open("distribution")
                .empty("externalEvents")
                .close();
        xml.open("labels");
        new TreeSet<>(graph.events().stream().map(DcrEvent::label).toList())
                .forEach(label -> xml.empty("label", "id", label));
        xml.close().open("labelMappings");
        graph.events().forEach(event -> xml.empty("labelMapping", "eventId", event.id(), "labelId", event.label()));
        xml.close()
                .empty("expressions")
                .empty("variables")
                .open("variableAccesses")
                .empty("writeAccesses")
                .close();
        xml.open("custom").empty("keywords").open("roles");
        var roles = new TreeSet<String>();
        graph.events().forEach(event -> roles.addAll(event.roles()));
        roles.forEach(role -> xml.text("role", role, "title", role, "description", ""));
        xml.close().empty("groups").empty("phases").empty("eventTypes").empty("eventParameters");
        xml.text("graphDetails", details).text("graphLanguage", "en-US");
        xml.close().close();
    }

    private void event(DcrEvent event, int place) {
        xml.open("event", "id", event.id(), "scope", "private").open("custom").open("visualization");
        xml.empty("location", "xLoc", String.valueOf(x(place)), "yLoc", String.valueOf(y(place)));
        xml.empty("size", "width", String.valueOf(WIDTH), "height", String.valueOf(HEIGHT));
        xml.close().open("roles");
        if (event.roles().isEmpty()) {
            xml.empty("role");
        }
        event.roles().forEach(role -> xml.text("role", role));
        xml.close().open("groups").empty("group").close().empty("eventType").empty("eventDescription");
        xml.text("level", "1").empty("eventData").close().close();
    }

    private void constraints() {
        xml.open("constraints");
        var number = 0;
        for (var kind : ORDER) {
            xml.open(name(kind, 0));
            for (var relation : graph.relations()) {
                if (relation.kind() == kind) {
                    relation(relation, number++);
                }
            }
            xml.close();
        }
        xml.empty("coResponses").empty("spawns").close();
    }

    private void relation(DcrRelation relation, int number) {
        xml.open(
                name(relation.kind(), 1),
                "sourceId",
                relation.from(),
                "targetId",
                relation.to(),
                "filterLevel",
                "1",
                "description",
                "",
                "time",
                "",
                "groups",
                "");
        xml.open("custom").open("waypoints");
        waypoint(relation.from());
        waypoint(relation.to());
        xml.close().empty("id", "id", "relation-" + number).close().close();
    }

    private void waypoint(String id) {
        int place = Objects.requireNonNull(places.get(id));
        xml.empty("waypoint", "x", String.valueOf(x(place) + WIDTH / 2), "y", String.valueOf(y(place) + HEIGHT / 2));
    }

    private void events(String name, SortedSet<String> ids) {
        xml.open(name);
        ids.forEach(id -> xml.empty("event", "id", id));
        xml.close();
    }

    private static String name(DcrRelation.Kind kind, int which) {
        return Objects.requireNonNull(ELEMENTS.get(kind)).get(which);
    }

    private static int x(int place) {
        return place % COLUMNS * GAP_X;
    }

    private static int y(int place) {
        return place / COLUMNS * GAP_Y;
    }
}
