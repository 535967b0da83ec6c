// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a guard says, as a tree: a short one becomes part of a sentence, a long one a list.
 *
 * @param text of a leaf, or what stands before the parts
 */
record Clause(Join join, String text, List<Clause> parts) {
    /** How the parts belong together. */
    enum Join {
        LEAF,
        /** Its text, then its only part. */
        ABOUT,
        ANY,
        ALL
    }

    private static final int LONG = 150;

    static Clause leaf(String text) {
        return new Clause(Join.LEAF, text, List.of());
    }

    static Clause about(String text, Clause part) {
        return new Clause(Join.ABOUT, text, List.of(part));
    }

    static Clause of(Join join, List<Clause> parts) {
        return parts.size() == 1 ? parts.get(0) : new Clause(join, "", parts);
    }

    /** A sentence with the clause in it, or before the clause as a list. */
    Line line(String before, String after) {
        String inline = before + " " + inline() + after;
        return inline.length() <= LONG || join == Join.LEAF
                ? Line.of(Spell.capital(inline) + ".")
                : Line.of(Spell.capital(before + " " + header() + after + ":"), list());
    }

    /** As one piece of a sentence. */
    String inline() {
        return switch (join) {
            case LEAF -> text;
            case ABOUT -> text + " " + parts.get(0).inline();
            case ANY -> joined(" or ");
            case ALL -> joined(" and ");
        };
    }

    private String joined(String word) {
        return parts.stream().map(Clause::nested).collect(Collectors.joining(word));
    }

    private String nested() {
        return isJoined() || (join == Join.ABOUT && parts.get(0).isJoined()) ? "(" + inline() + ")" : inline();
    }

    private boolean isJoined() {
        return join == Join.ANY || join == Join.ALL;
    }

    private String header() {
        return switch (join) {
            case LEAF -> text;
            case ABOUT -> text + " " + parts.get(0).header();
            case ANY -> "one of these holds";
            case ALL -> "all of these hold";
        };
    }

    private List<Line> list() {
        return join == Join.ABOUT
                ? parts.get(0).list()
                : parts.stream().map(Clause::item).toList();
    }

    private Line item() {
        String inline = inline();
        return inline.length() <= LONG || join == Join.LEAF ? Line.of(inline) : Line.of(header() + ":", list());
    }
}
