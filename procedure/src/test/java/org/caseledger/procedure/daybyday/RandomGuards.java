// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.util.List;
import java.util.Random;

/** Guards at random. */
final class RandomGuards {

    private final Random random;
    private final RandomNames names;

    /** The limits that the ends of the limit that is being drawn may ask for. */
    private List<String> others = List.of();

    RandomGuards(Random random, RandomNames names) {
        this.random = random;
        this.names = names;
    }

    void ofLimit(String limit) {
        others = names.others(limit);
    }

    String guard(String own, int depth) {
        return switch (random.nextInt(depth > 0 ? 17 : 14)) {
            case 0, 1 -> names.of(names.steps);
            case 2 -> "{" + names.of(names.steps) + ".a: " + names.of(List.of("x", "y", "unknown")) + "}";
            case 3 -> own.isEmpty() || own.equals("end") ? "{case.mood: glad}" : own();
            case 4 -> "{case.mood: " + names.of(List.of("tense", "calm", "[glad, calm]")) + "}";
            case 5 -> "{reading." + names.reading() + ": second}";
            case 6 -> running(own.equals("end") ? others : names.limits);
            case 7 -> "{lapsed: " + names.of(names.limits) + "}";
            case 8 -> "{times: {of: " + names.of(names.steps) + ", at-least: " + (1 + random.nextInt(3)) + "}}";
            case 9 -> elapsed(own);
            case 10 -> names.one(3) ? each(own) : names.rounds.isEmpty() ? inForce() : anyOpen(own, depth);
            case 11 -> names.lapses.isEmpty() ? names.of(names.steps) : names.of(List.copyOf(names.lapses));
            case 12 -> parameterIs();
            case 13 -> own.startsWith("s") ? "{late: " + names.of(names.limits) + "}" : names.of(names.steps);
            case 14 -> "{not: " + guard(own, 0) + "}";
            case 15 -> "{any: [" + guard(own, 0) + ", " + guard(own, 0) + "]}";
            default -> "{all: [" + guard(own, 0) + ", " + guard(own, 0) + "]}";
        };
    }

    String own() {
        if (names.one(8)) {
            return "{present: d}";
        }
        return "{a: " + names.of(List.of("x", "y", "unknown")) + "}";
    }

    private String elapsed(String own) {
        var comparison = names.of(List.of("more-than", "at-least", "less-than", "at-most"));
        var to = own.startsWith("s") && names.one(3) ? "" : ", to: " + moment(own);
        var period = names.one(4) ? "{parameter: " + names.parameter() + "}" : names.of(RandomNames.DATES);
        return "{elapsed: {from: " + moment(own) + to + ", " + comparison + ": " + period + "}}";
    }

    /** A day that a guard speaks of; the ends of limits do not wait for each other. */
    private String moment(String own) {
        return switch (random.nextInt(8)) {
            case 0 -> "{stated: s1.d}";
            case 1 -> "{until: s0}";
            case 2 -> own.equals("end") ? "s0" : "{end-of: " + names.of(names.limits) + "}";
            default -> names.of(names.steps);
        };
    }

    String inForce() {
        return names.one(2) ? "{in-force: {from: 2024-03-01}}" : "{in-force: {until: 2024-03-10}}";
    }

    private String anyOpen(String own, int depth) {
        var where = depth > 0 && names.one(2) ? ", where: " + guard(own, 0) : "";
        return "{any-open: " + names.of(names.rounds) + where + "}";
    }

    private String each(String own) {
        return "{each: " + (names.peers.isEmpty() ? "owner" : names.peers) + ", is: " + guard(own, 0) + "}";
    }

    private String running(List<String> limits) {
        return limits.isEmpty() ? "s0" : "{running: " + names.of(limits) + "}";
    }

    private String parameterIs() {
        var name = names.one(2) ? "c0" : names.parameter();
        names.parameters.add(name);
        return "{parameter." + name + ": " + names.of(names.valuesOf(name)) + "}";
    }
}
