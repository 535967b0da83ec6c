// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Joins the entries of all opened leaves, whatever their age, to links: tree by tree, case by case. */
final class LinkBook {

    private static final int CASE_ID = 16;
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<TreeCase, Names> cases = new TreeMap<>();
    private final Map<Character, Set<String>> seen = new TreeMap<>();

    void add(Entry entry, int tree) {
        seen.computeIfAbsent(entry.kind(), kind -> new TreeSet<>()).add(tree + "/" + entry.id());
        switch (entry.kind()) {
            case 'L' -> addLink(entry, tree);
            case 'H' -> caseIds(entry).forEach(id -> names(tree, id).handles.add(entry.idAsText()));
            case 'F' -> caseIds(entry).forEach(id -> names(tree, id).fileNumbers.add(entry.idAsText()));
            default -> {
                // A request holds no file number; it is counted.
            }
        }
    }

    /** How many different entries of a kind were seen, in any version. */
    int count(char kind) {
        return seen.getOrDefault(kind, Set.of()).size();
    }

    List<Link> links() {
        List<Link> links = new ArrayList<>();
        cases.forEach((key, names) -> names.combine(key.caseId(), links));
        return links;
    }

    /** Reads the fields of a link's JSON, also of a part of it that was cut out of a longer one. */
    private void addLink(Entry entry, int tree) {
        Names names = names(tree, entry.id());
        String json = new String(entry.value(), 1, entry.value().length - 1, StandardCharsets.UTF_8);
        Matcher field = FIELD.matcher(json);
        while (field.find()) {
            String value = field.group(2).replaceAll("\\\\(.)", "$1");
            switch (field.group(1)) {
                case "handle" -> names.handles.add(value);
                case "fileNumber", "senderFileNumber" -> names.fileNumbers.add(value);
                default -> {
                    // Shares and tombstones name no file.
                }
            }
        }
    }

    private Names names(int tree, String caseId) {
        return cases.computeIfAbsent(new TreeCase(tree, caseId), key -> new Names());
    }

    /** A later part may begin within a case id; only whole ones of a first part are taken. */
    private static List<String> caseIds(Entry entry) {
        List<String> ids = new ArrayList<>();
        int from = entry.part() == 0 ? 1 : (CASE_ID - entry.part() * 1200 % CASE_ID + 1) % CASE_ID;
        for (int at = from; at + CASE_ID <= entry.value().length; at += CASE_ID) {
            ids.add(HexFormat.of().formatHex(entry.value(), at, at + CASE_ID));
        }
        return ids;
    }

    private record TreeCase(int tree, String caseId) implements Comparable<TreeCase> {

        @Override
        public int compareTo(TreeCase other) {
            int byTree = Integer.compare(tree, other.tree);
            return byTree != 0 ? byTree : caseId.compareTo(other.caseId);
        }
    }

    private static final class Names {

        private final Set<String> fileNumbers = new TreeSet<>();
        private final Set<String> handles = new TreeSet<>();

        /** A case with several names in its history gives every pair. */
        void combine(String caseId, List<Link> links) {
            if (fileNumbers.isEmpty()) {
                handles.forEach(handle -> links.add(new Link(null, caseId, handle, "page")));
            }
            for (String fileNumber : fileNumbers) {
                if (handles.isEmpty()) {
                    links.add(new Link(fileNumber, caseId, null, "page"));
                }
                handles.forEach(handle -> links.add(new Link(fileNumber, caseId, handle, "page")));
            }
        }
    }
}
