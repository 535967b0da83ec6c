// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.record.Roles;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Who holds each role.
 *
 * @param names authority id to what the file calls it
 */
record Authorities(Roles roles, SortedMap<String, String> names) {
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final Pattern AUTHORITY = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,16}");
    private static final int LONGEST = 16;

    static Authorities read(Fields file, Definition definition, Problems problems) {
        Map<String, List<String>> holders = new TreeMap<>();
        SortedMap<String, String> names = new TreeMap<>();
        if (!file.has("authorities")) {
            problems.add(
                    file.node(),
                    "'authorities' is missing; name a country for each role: "
                            + String.join(", ", definition.roles().keySet()) + ".");
            return new Authorities(Roles.of(holders), names);
        }
        Fields fields =
                Fields.of(file.value("authorities"), problems, "'authorities' must name a country for each role.");
        fields.only(
                definition.roles().keySet(),
                "among the roles of " + definition.pin().id());
        for (String role : definition.roles().keySet()) {
            if (fields.has(role)) {
                holders.put(role, holders(role, fields, definition, problems, names));
            }
        }
        if (!fields.has(definition.openingRole())) {
            problems.add(
                    fields.node(),
                    "nobody holds the role " + definition.openingRole() + ", which opens a case; name its country.");
        }
        return new Authorities(Roles.of(holders), names);
    }

    private static List<String> holders(
            String role, Fields fields, Definition definition, Problems problems, SortedMap<String, String> names) {
        List<String> ids = new ArrayList<>();
        List<Node> given = fields.several(role);
        if (given.size() > 1 && !Boolean.TRUE.equals(definition.roles().get(role))) {
            problems.add(fields.value(role), "one authority alone holds the role " + role + "; name one.");
        }
        for (Node node : given) {
            String text = fields.text(node);
            if (text == null) {
                continue;
            }
            boolean country = COUNTRY.matcher(text).matches();
            if (!country && !AUTHORITY.matcher(text).matches()) {
                problems.add(
                        node,
                        "'" + text + "' is neither a country's two capital letters, such as AT, nor an authority's id,"
                                + " such as AT-DUBLIN.");
                continue;
            }
            String id = country ? text + "-" + word(role) : text;
            if (ids.contains(id)) {
                problems.add(
                        node,
                        "'" + text + "' holds the role " + role + " twice; tell two authorities of one"
                                + " country apart, such as AT-VIENNA and AT-LINZ.");
            } else {
                ids.add(id);
                names.put(id, text);
            }
        }
        return ids;
    }

    /** The id that the file's word for a holder of the role means, or null. */
    @org.jspecify.annotations.Nullable
    String holder(String role, String word) {
        return roles.holders(role).stream()
                .filter(id -> id.equals(word) || word.equals(names.get(id)))
                .findFirst()
                .orElse(null);
    }

    private static String word(String role) {
        String word = role.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return word.substring(0, Math.min(word.length(), LONGEST));
    }
}
