// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Limits at random. */
final class RandomLimits {

    private final Random random;
    private final RandomNames names;
    private final RandomGuards guards;
    private List<String> others = List.of();

    RandomLimits(Random random, RandomNames names, RandomGuards guards) {
        this.random = random;
        this.names = names;
        this.guards = guards;
    }

    String limit(String name) {
        var homes = new ArrayList<>(names.rounds);
        homes.add(names.peers);
        var wanted = names.one(2) ? "" : names.of(homes);
        var ofAny = wanted.isEmpty() && names.one(4);
        var meets = names.steps.stream()
                .filter(step -> (names.home(step).equals(wanted) || ofAny) && !step.equals("s0"))
                .filter(step -> wanted.isEmpty() || !names.opens(step).equals(wanted))
                .toList();
        var home = meets.isEmpty() ? "" : wanted;
        var round = home.equals(names.peers) ? "" : home;
        meets = meets.isEmpty() ? List.of("s1") : meets;
        var met = new TreeSet<>(List.of(names.of(meets), names.of(meets)));
        var isOfEach = !home.isEmpty() && home.equals(names.peers);
        var text = new StringBuilder("  - limit: " + name + "\n    by: " + (isOfEach ? names.peers : "owner") + "\n");
        if (isOfEach) {
            text.append("    each: ").append(names.peers).append('\n');
        }
        if (!names.peers.isEmpty() && names.one(4)) {
            text.append("    country-of: ")
                    .append(names.one(2) ? "owner" : names.peers)
                    .append('\n');
        }
        others = names.others(name);
        guards.ofLimit(name);
        if (!round.isEmpty()) {
            text.append("    in: ").append(round).append('\n');
        }
        text.append("    met-by: ")
                .append(met.stream()
                        .map(step -> names.one(3) ? "{step: " + step + ", when: " + whenMet(step) + "}" : step)
                        .toList())
                .append("\n    end:\n");
        if (names.one(2)) {
            text.append("      - {when: ")
                    .append(guards.guard("end", 1))
                    .append(", ")
                    .append(term(round, 0))
                    .append(", source: '1'}\n");
        }
        text.append("      - {").append(term(round, names.one(4) ? 1 : 0)).append(", source: '1'}\n");
        text.append("    late: {")
                .append(met.stream().map(step -> step + ": " + late(step)).collect(Collectors.joining(", ")))
                .append("}\n");
        var suspension = random.nextInt(4);
        if (suspension < 2) {
            text.append(suspension == 0 ? "    hold" : "    pause")
                    .append(": {while: ")
                    .append(guards.guard("", 1))
                    .append(", source: '1'}\n");
        }
        if (names.one(5)) {
            var until = names.one(2) ? "from: s0, within: P3M" : term(round, 0);
            text.append("    recurs: {until: {").append(until).append("}, source: '1'}\n");
        }
        text.append(verbs());
        return text.append(lapse(name)).toString();
    }

    private String whenMet(String step) {
        return names.one(3) ? guards.guard(step, 0) : "{a: [x, y]}";
    }

    private String late(String step) {
        return switch (random.nextInt(6)) {
            case 0 -> "none";
            case 1 -> "[anchors, moves]";
            case 2 -> "[sets, closes]";
            case 3 -> "[{when: " + guards.guard(step, 0) + ", effects: none}, {effects: full}]";
            default -> "full";
        };
    }

    private String verbs() {
        var text = new StringBuilder();
        if (names.one(3)) {
            text.append("    restart: [{after: ")
                    .append(triggered())
                    .append(names.one(2) ? "" : ", from: " + point(""))
                    .append(", source: '1'}]\n");
        }
        if (names.one(3)) {
            var end = names.one(2) ? "{from: same, within: " + within() + "}" : "{" + term("", random.nextInt(2)) + "}";
            text.append("    revise: [{after: ")
                    .append(triggered())
                    .append(byEnd())
                    .append(", end: ")
                    .append(end)
                    .append(", source: '1'}]\n");
        }
        if (names.one(3)) {
            var by = names.one(4) ? "{delay: " + names.of(names.limits) + "}" : names.of(RandomNames.DATES);
            text.append("    extend: [{after: ")
                    .append(triggered())
                    .append(byEnd())
                    .append(", by: ")
                    .append(by)
                    .append(", source: '1'}]\n");
        }
        if (names.one(4)) {
            text.append("    release: [{after: ").append(triggered()).append(", source: '1'}]\n");
        }
        return text.toString();
    }

    private String triggered() {
        var trigger =
                names.one(4) && !names.lapses.isEmpty() ? names.of(List.copyOf(names.lapses)) : names.of(names.steps);
        return trigger
                + (names.one(3) ? ", when: " + guards.guard(names.steps.contains(trigger) ? trigger : "", 1) : "");
    }

    private String byEnd() {
        return ", by-end: " + (names.one(2) ? "required" : "any-time");
    }

    private String lapse(String name) {
        if (!names.lapses.contains("gone-" + name)) {
            return names.one(2)
                    ? "    lapse: nothing\n"
                    : "    lapse: {sets: " + names.assignment() + final_() + ", source: '1'}\n";
        }
        return "    lapse: {as: gone-" + name
                + (names.one(2) ? ", sets: " + names.assignment() : "")
                + (names.one(2)
                        ? ", deemed-on: {reading: " + names.reading() + ", options: {first: end, second: day-after}}"
                        : "")
                + final_() + ", source: '1'}\n";
    }

    private String final_() {
        return names.one(3) ? ", final: true" : "";
    }

    private String term(String round, int depth) {
        if (depth > 0) {
            return (names.one(2) ? "earliest-of" : "latest-of") + ": [{" + term(round, 0) + "}, {"
                    + (names.one(2) ? term(round, 0) : stated()) + "}]";
        }
        if (names.one(12)) {
            return others.isEmpty() ? stated() : "end-of: " + names.of(others);
        }
        return "from: " + anchor(round) + ", within: " + within();
    }

    private String stated() {
        return "stated: " + (names.one(2) ? "s0" : names.of(names.steps)) + ".d";
    }

    private String anchor(String round) {
        return switch (random.nextInt(6)) {
            case 0 -> "{first-listed-of: [" + point(round) + ", " + point(round) + "]}";
            case 1 -> "{earliest-of: [" + point(round) + ", " + point(round) + "]}";
            case 2 -> "{latest-of: [" + point(round) + ", " + point(round) + "]}";
            default -> point(round);
        };
    }

    private String point(String round) {
        if (!round.isEmpty() && names.one(2)) {
            return names.opener(round);
        }
        return switch (random.nextInt(8)) {
            case 0 -> "{stated: s1.d}";
            case 1 -> "{until: s0}";
            case 2 -> others.isEmpty() ? "s0" : "{end-of: " + names.of(others) + "}";
            case 3 -> names.lapses.isEmpty() ? "s0" : names.of(List.copyOf(names.lapses));
            default -> names.of(names.steps);
        };
    }

    private String within() {
        if (names.one(8)) {
            return "{parameter: " + names.parameter() + "}";
        }
        return names.one(10) ? "{stated: s1.p}" : names.of(RandomNames.PERIODS);
    }
}
