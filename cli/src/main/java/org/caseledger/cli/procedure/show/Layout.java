// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.show;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.OrderingStrategy;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.ElkPort;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Where everything of a picture stands, in pixels: layered from left to right, as the law goes its course (Eclipse ELK).
 *
 * @param boxes by the id of the shape
 * @param ways the points of each arrow, in the order of the picture
 */
record Layout(double width, double height, Map<String, Box> boxes, List<List<Spot>> ways) {
    static final int LINE = 16;
    static final int CLOCK = 22;
    private static final double LETTER = 7.7;
    private static final double PADDING = 16;
    private static final double GAP = 14;

    record Box(double x, double y, double width, double height) {}

    record Spot(double x, double y) {}

    static Layout of(Picture picture) {
        ElkNode graph = graph();
        Map<String, ElkNode> nodes = new LinkedHashMap<>();
        picture.shapes().forEach((id, shape) -> nodes.put(id, node(graph, shape)));
        List<ElkEdge> edges = new ArrayList<>();
        picture.arrows().forEach(arrow -> {
            ElkNode from = nodes.get(arrow.from());
            ElkNode to = nodes.get(arrow.to());
            if (from != null && to != null) {
                edges.add(ElkGraphUtil.createSimpleEdge(
                        port(from, "from " + arrow.meaning()), port(to, "to " + arrow.meaning())));
            }
        });
        new RecursiveGraphLayoutEngine().layout(graph, new BasicProgressMonitor());
        Map<String, Box> boxes = new HashMap<>();
        nodes.forEach(
                (id, node) -> boxes.put(id, new Box(node.getX(), node.getY(), node.getWidth(), node.getHeight())));
        return new Layout(
                graph.getWidth(),
                graph.getHeight(),
                boxes,
                edges.stream().map(Layout::way).toList());
    }

    private static ElkNode graph() {
        ElkNode graph = ElkGraphUtil.createGraph();
        graph.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        graph.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        graph.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        graph.setProperty(CoreOptions.PADDING, new ElkPadding(PADDING));
        graph.setProperty(LayeredOptions.CONSIDER_MODEL_ORDER_STRATEGY, OrderingStrategy.PREFER_EDGES);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE, GAP);
        graph.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 2 * GAP);
        graph.setProperty(LayeredOptions.SPACING_EDGE_NODE, GAP / 2);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE, GAP / 2);
        graph.setProperty(LayeredOptions.SPACING_EDGE_EDGE_BETWEEN_LAYERS, GAP / 2);
        return graph;
    }

    private static ElkNode node(ElkNode graph, Picture.Shape shape) {
        ElkNode node = ElkGraphUtil.createNode(graph);
        int longest = shape.lines().stream().mapToInt(String::length).max().orElse(0);
        double room = shape.form() == Picture.Form.LIMIT ? CLOCK : 0;
        node.setDimensions(longest * LETTER + PADDING + room, shape.lines().size() * LINE + PADDING / 2);
        return node;
    }

    /** Arrows of one meaning share a port, so that only they run together. */
    private static ElkPort port(ElkNode node, String name) {
        for (ElkPort port : node.getPorts()) {
            if (name.equals(port.getIdentifier())) {
                return port;
            }
        }
        ElkPort port = ElkGraphUtil.createPort(node);
        port.setIdentifier(name);
        return port;
    }

    private static List<Spot> way(ElkEdge edge) {
        List<Spot> spots = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            spots.add(new Spot(section.getStartX(), section.getStartY()));
            section.getBendPoints().forEach(bend -> spots.add(new Spot(bend.getX(), bend.getY())));
            spots.add(new Spot(section.getEndX(), section.getEndY()));
        }
        return spots;
    }
}
