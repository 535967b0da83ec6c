// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.show;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A picture as SVG. Roles and meanings are told by words and line styles, and by colour only besides. */
final class Svg {
    /** Fill and border; the text is near black on each. */
    private static final List<String> COLOURS = List.of("role-a", "role-b", "role-c", "role-d", "role-e");

    private final Picture picture;
    private final List<String> roles;
    private final Layout layout;
    private final StringBuilder out = new StringBuilder();

    private Svg(Picture picture, List<String> roles) {
        this.picture = picture;
        this.roles = roles;
        this.layout = Layout.of(picture);
    }

    static String of(Picture picture, List<String> roles, String title) {
        return new Svg(picture, roles).draw(title);
    }

    /** The class of the style that shows a role. */
    static String style(String who, List<String> roles) {
        int place = roles.indexOf(who);
        return place < 0 ? "role-other" : COLOURS.get(place % COLOURS.size());
    }

    private String draw(String title) {
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"picture-title picture-text\""
                        + " viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\">%n",
                layout.width(),
                layout.height(),
                layout.width(),
                layout.height()));
        out.append("<title id=\"picture-title\">").append(Html.escape(title)).append("</title>\n");
        out.append(
                "<desc id=\"picture-text\">Steps with what they need, limits with what starts and meets them, and what"
                        + " happens when a limit passes. The tables below say the same in words.</desc>\n");
        out.append("<defs><marker id=\"tip\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\""
                + " markerHeight=\"7\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n");
        for (int i = 0; i < picture.arrows().size(); i++) {
            arrow(picture.arrows().get(i), layout.ways().get(i));
        }
        for (Map.Entry<String, Picture.Shape> shape : picture.shapes().entrySet()) {
            Layout.Box box = layout.boxes().get(shape.getKey());
            if (box != null) {
                shape(shape.getKey(), shape.getValue(), box);
            }
        }
        return out.append("</svg>\n").toString();
    }

    private void arrow(Picture.Arrow arrow, List<Layout.Spot> way) {
        String path = way.stream()
                .map(spot -> String.format(Locale.ROOT, "%.1f %.1f", spot.x(), spot.y()))
                .collect(Collectors.joining("L"));
        out.append(String.format(
                "<path class=\"%s\" marker-end=\"url(#tip)\" d=\"M%s\"/>%n",
                arrow.meaning().name().toLowerCase(Locale.ROOT), path));
    }

    private void shape(String id, Picture.Shape shape, Layout.Box box) {
        String target = id.startsWith("lapse-") ? "limit-" + id.substring("lapse-".length()) : id;
        out.append("<a href=\"#").append(Html.escape(target)).append("\">");
        double round =
                shape.form() == Picture.Form.LAPSE ? box.height() / 2 : shape.form() == Picture.Form.LIMIT ? 6 : 0;
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s %s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"%.1f\"/>",
                shape.form().name().toLowerCase(Locale.ROOT),
                style(shape.who(), roles),
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                round));
        double left = box.x();
        if (shape.form() == Picture.Form.LIMIT) {
            clock(box.x() + 14, box.y() + box.height() / 2);
            left += Layout.CLOCK;
        }
        for (int i = 0; i < shape.lines().size(); i++) {
            out.append(String.format(
                    Locale.ROOT,
                    "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                    i == 0 ? "name" : "more",
                    (left + box.x() + box.width()) / 2,
                    box.y() + Layout.LINE * (i + 1),
                    Html.escape(shape.lines().get(i))));
        }
        out.append("</a>\n");
    }

    private void clock(double x, double y) {
        out.append(String.format(
                Locale.ROOT,
                "<circle class=\"clock\" cx=\"%.1f\" cy=\"%.1f\" r=\"8\"/><path class=\"hands\" d=\"M%.1f %.1fv-5.5m0"
                        + " 5.5h4\"/>",
                x,
                y,
                x,
                y));
    }
}
