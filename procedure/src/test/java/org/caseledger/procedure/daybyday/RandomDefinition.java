// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionException;
import org.caseledger.procedure.definition.DefinitionReader;
import org.jspecify.annotations.Nullable;

/** Small definitions at random, of all constructs, that the checker takes. */
public final class RandomDefinition {

    private static final List<String> PERIODS =
            List.of("P1D", "P3D", "P1W", "P2W", "P1M", "P1M1W", "5 working-days", "48 hours", "no-time");
    private static final List<String> DATES = List.of("P1D", "P5D", "P1W", "P2W", "P1M");

    private final Random random;
    private final List<String> steps;
    private final List<String> rounds;
    private final List<String> limits;
    private final List<String> readings = new ArrayList<>();
    private final List<String> parameters = new ArrayList<>();
    private final TreeSet<String> lapses = new TreeSet<>();

    /** The two authorities of a role that some limits and steps belong to each of, or empty. */
    private final String peers;

    /** What the parameters may be. */
    private final Map<String, List<String>> values;

    /** Whether ends may ask for limits further up in the definition, or for those further down: no circles. */
    private final boolean upwards;

    private List<String> others = List.of();

    private RandomDefinition(Random random) {
        this.random = random;
        this.steps =
                IntStream.range(0, 3 + random.nextInt(6)).mapToObj(i -> "s" + i).toList();
        this.rounds =
                IntStream.range(0, random.nextInt(3)).mapToObj(i -> "r" + i).toList();
        this.limits =
                IntStream.range(0, 1 + random.nextInt(5)).mapToObj(i -> "l" + i).toList();
        this.upwards = random.nextBoolean();
        this.peers = steps.size() > 4 && one(3) ? "peers" : "";
        this.values = Map.of(
                "p0", List.of(of(PERIODS), of(DATES)), "p1", List.of(of(PERIODS), of(DATES)), "c0", List.of("m", "n"));
    }

    /** A definition and the YAML that it was read from. */
    public record Drawn(Definition definition, String yaml) {}

    public static Drawn draw(Random random) {
        while (true) {
            var yaml = new RandomDefinition(random).yaml();
            var definition = read(yaml);
            if (definition != null) {
                return new Drawn(definition, yaml);
            }
        }
    }

    private static @Nullable Definition read(String yaml) {
        try {
            return DefinitionReader.readYaml("random.yaml", yaml);
        } catch (DefinitionException refused) {
            return null;
        }
    }

    private String yaml() {
        for (var limit : limits) {
            if (one(2)) {
                lapses.add("gone-" + limit);
            }
        }
        var written = new StringBuilder("steps:\n");
        steps.forEach(step -> written.append(step(step)));
        written.append(bars());
        written.append("limits:\n");
        limits.forEach(limit -> written.append(limit(limit)));
        written.append("ends: {when: {all: [")
                .append(of(steps))
                .append(", ")
                .append(guard("", 1))
                .append("]}, source: '1'}\n");
        var rest = new StringBuilder();
        if (!rounds.isEmpty()) {
            rest.append("rounds:\n");
            for (var round : rounds) {
                var closers = steps.stream()
                        .filter(step -> round.equals(in(step)) && one(2))
                        .toList();
                rest.append("  - {round: ").append(round);
                if (!closers.isEmpty()) {
                    rest.append(", closed-by: ").append(closers);
                    rest.append(one(2) ? ", when: " + own() : "");
                }
                rest.append("}\n");
            }
        }
        var all = written.toString();
        return head(all) + rest + all;
    }

    private String head(String all) {
        var head = new StringBuilder("definition: random@1\nsemantics: 1\ncalendar: ")
                .append(one(2) ? "eu-604-2013-art42@1" : "reg-1182-71@1")
                .append("\nlaw: {celex: 32013R0604, confirmed: true}\nroles: {owner: one")
                .append(all.contains(": other") ? ", other: one" : "")
                .append(all.contains(": peers") ? ", peers: many" : "")
                .append("}\nopening: {role: owner, steps: [s0]}\nattributes: {responsible: [undetermined, owner")
                .append(all.contains(": other") ? ", other" : "")
                .append("], mood: [calm, tense, glad]}\n");
        var asked = readings.stream().distinct().toList();
        if (!asked.isEmpty()) {
            head.append("readings:\n");
            asked.forEach(reading -> head.append("  - {reading: ")
                    .append(reading)
                    .append(", kind: span, preferred: first, other: [second], source: '1'}\n"));
        }
        var used = parameters.stream().distinct().toList();
        if (!used.isEmpty()) {
            head.append("parameters:\n");
            used.forEach(name -> head.append("  - {parameter: ")
                    .append(name)
                    .append(name.startsWith("p") ? ", type: period" : ", type: code, of: [m, n]")
                    .append(", country-of: ")
                    .append(peers.isEmpty() || one(2) ? "owner" : peers)
                    .append(", values: [{for: [AT], when: ")
                    .append(of(List.of("{case.mood: tense}", of(steps), inForce())))
                    .append(", value: ")
                    .append(valuesOf(name).get(0))
                    .append(", source: '1'}, {value: ")
                    .append(valuesOf(name).get(1))
                    .append(", source: '1'}]}\n"));
        }
        return head.toString();
    }

    /** The round that a step belongs to: by its number, so that all rules agree. */
    private String in(String step) {
        var number = number(step);
        return number >= 3 && !isOfEach(step) && !rounds.isEmpty() && number % 3 != 2
                ? rounds.get(number % rounds.size())
                : "";
    }

    /** Whether each of the peers has its own. */
    private boolean isOfEach(String step) {
        return !peers.isEmpty() && List.of(4, 6, 7).contains(number(step));
    }

    /** The round that it belongs to, the role whose members each have their own, or nothing. */
    private String home(String step) {
        return isOfEach(step) ? peers : in(step);
    }

    /** Steps 1 and 2 open the rounds. */
    private String opens(String step) {
        var number = number(step);
        return number >= 1 && number <= rounds.size() ? rounds.get(number - 1) : "";
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    private String step(String name) {
        var number = number(name);
        var kind = number == 0 ? "fact" : number == 5 ? "ruling" : number % 4 == 3 ? "fact" : "act";
        var text = new StringBuilder("  - step: " + name + "\n    kind: " + kind + "\n");
        text.append("    by: ")
                .append(isOfEach(name) ? peers : number % 3 == 2 ? "other" : "owner")
                .append('\n');
        if (isOfEach(name)) {
            text.append("    each: ").append(peers).append('\n');
        }
        if (!in(name).isEmpty()) {
            text.append("    in: ").append(in(name)).append('\n');
        }
        if (!opens(name).isEmpty()) {
            text.append("    opens: ").append(opens(name)).append('\n');
        }
        text.append(
                "    attrs: {a: [x, y, unknown], d: {type: date, optional: true}, p: {type: period, optional: true}}\n");
        if (kind.equals("act")) {
            text.append(needs(name));
        } else if (!in(name).isEmpty()) {
            text.append("    needs: [{that: ").append(opener(in(name))).append(", else: gap, source: '1'}]\n");
        }
        if (number == 0 || one(2)) {
            text.append("    sets:\n");
            for (int i = random.nextInt(2); i >= 0; i--) {
                text.append("      - {")
                        .append(number > 0 && one(2) ? "when: " + guard(name, 1) + ", " : "")
                        .append("values: ")
                        .append(values())
                        .append(one(4) ? ", reopens: true" : "")
                        .append("}\n");
            }
        }
        if (kind.equals("ruling") && !rounds.isEmpty()) {
            text.append("    may-annul: [{step: s1, effect: ")
                    .append(one(2) ? "from-start" : "from-then")
                    .append(one(2) ? ", when: {a: x}" : "")
                    .append("}]\n");
        }
        if (number == 1 && steps.size() > 4 && one(3) && in("s4").isEmpty()) {
            text.append(one(2) ? "    excludes: [s4]\n" : "    includes: [s4]\n");
        }
        return text.append("    source: '1'\n").toString();
    }

    private String needs(String name) {
        var needs = new ArrayList<String>();
        if (!in(name).isEmpty()) {
            needs.add("{that: " + opener(in(name)) + ", else: " + (one(2) ? "refuse" : "gap") + ", source: '1'}");
        }
        if (one(2)) {
            var otherwise =
                    of(List.of("refuse", "{irregular: odd, effects: none}", "{irregular: odd, effects: full}", "gap"));
            needs.add("{that: " + guard(name, 1) + ", else: " + otherwise + ", source: '1'}");
        }
        return needs.isEmpty() ? "" : "    needs: [" + String.join(", ", needs) + "]\n";
    }

    private String opener(String round) {
        return "s" + (rounds.indexOf(round) + 1);
    }

    private String bars() {
        if (steps.size() < 4 || one(2)) {
            return "";
        }
        return "bars:\n  - {step: s2, while: " + guard("", 1) + ", else: {irregular: odd, effects: "
                + (one(2) ? "none" : "full") + "}, source: '1'}\n";
    }

    private String values() {
        return of(List.of("{responsible: owner}", "{responsible: undetermined}", "{mood: tense}", "{mood: glad}"));
    }

    private String limit(String name) {
        var homes = new ArrayList<>(rounds);
        homes.add(peers);
        var wanted = one(2) ? "" : of(homes);
        var ofAny = wanted.isEmpty() && one(4);
        var meets = steps.stream()
                .filter(step -> (home(step).equals(wanted) || ofAny) && !step.equals("s0"))
                .filter(step -> wanted.isEmpty() || !opens(step).equals(wanted))
                .toList();
        var home = meets.isEmpty() ? "" : wanted;
        var round = home.equals(peers) ? "" : home;
        meets = meets.isEmpty() ? List.of("s1") : meets;
        var met = new TreeSet<>(List.of(of(meets), of(meets)));
        var isOfEach = !home.isEmpty() && home.equals(peers);
        var text = new StringBuilder("  - limit: " + name + "\n    by: " + (isOfEach ? peers : "owner") + "\n");
        if (isOfEach) {
            text.append("    each: ").append(peers).append('\n');
        }
        if (!peers.isEmpty() && one(4)) {
            text.append("    country-of: ").append(one(2) ? "owner" : peers).append('\n');
        }
        others = upwards ? limits.subList(0, number(name)) : limits.subList(number(name) + 1, limits.size());
        if (!round.isEmpty()) {
            text.append("    in: ").append(round).append('\n');
        }
        text.append("    met-by: ")
                .append(met.stream()
                        .map(step -> one(3) ? "{step: " + step + ", when: " + whenMet(step) + "}" : step)
                        .toList())
                .append("\n    end:\n");
        if (one(2)) {
            text.append("      - {when: ")
                    .append(guard("end", 1))
                    .append(", ")
                    .append(term(round, 0))
                    .append(", source: '1'}\n");
        }
        text.append("      - {").append(term(round, one(4) ? 1 : 0)).append(", source: '1'}\n");
        text.append("    late: {")
                .append(met.stream().map(step -> step + ": " + late()).collect(Collectors.joining(", ")))
                .append("}\n");
        var suspension = random.nextInt(4);
        if (suspension < 2) {
            text.append(suspension == 0 ? "    hold" : "    pause")
                    .append(": {while: ")
                    .append(guard("", 1))
                    .append(", source: '1'}\n");
        }
        if (one(5)) {
            text.append("    recurs: {until: {from: s0, within: P3M}, source: '1'}\n");
        }
        text.append(verbs());
        return text.append(lapse(name)).toString();
    }

    private String whenMet(String step) {
        return one(3) ? guard(step, 0) : "{a: [x, y]}";
    }

    private String late() {
        return switch (random.nextInt(6)) {
            case 0 -> "none";
            case 1 -> "[anchors, moves]";
            case 2 -> "[sets, closes]";
            case 3 -> "[{when: " + guard("", 0) + ", effects: none}, {effects: full}]";
            default -> "full";
        };
    }

    private String verbs() {
        var text = new StringBuilder();
        if (one(3)) {
            text.append("    restart: [{after: ")
                    .append(triggered())
                    .append(one(2) ? "" : ", from: s0")
                    .append(", source: '1'}]\n");
        }
        if (one(3)) {
            var end = one(2) ? "{from: same, within: " + of(DATES) + "}" : "{stated: s1.d}";
            text.append("    revise: [{after: ")
                    .append(triggered())
                    .append(byEnd())
                    .append(", end: ")
                    .append(end)
                    .append(", source: '1'}]\n");
        }
        if (one(3)) {
            var by = one(4) ? "{delay: " + of(limits) + "}" : of(DATES);
            text.append("    extend: [{after: ")
                    .append(triggered())
                    .append(byEnd())
                    .append(", by: ")
                    .append(by)
                    .append(", source: '1'}]\n");
        }
        if (one(4)) {
            text.append("    release: [{after: ").append(triggered()).append(", source: '1'}]\n");
        }
        return text.toString();
    }

    private String triggered() {
        var trigger = one(4) && !lapses.isEmpty() ? of(List.copyOf(lapses)) : of(steps);
        return trigger + (one(3) ? ", when: " + guard(steps.contains(trigger) ? trigger : "", 1) : "");
    }

    private String byEnd() {
        return ", by-end: " + (one(2) ? "required" : "any-time");
    }

    private String lapse(String name) {
        if (!lapses.contains("gone-" + name)) {
            return one(2) ? "    lapse: nothing\n" : "    lapse: {sets: " + values() + final_() + ", source: '1'}\n";
        }
        return "    lapse: {as: gone-" + name
                + (one(2) ? ", sets: " + values() : "")
                + (one(2) ? ", deemed-on: {reading: " + reading() + ", options: {first: end, second: day-after}}" : "")
                + final_() + ", source: '1'}\n";
    }

    private String final_() {
        return one(3) ? ", final: true" : "";
    }

    private String reading() {
        readings.add("q" + random.nextInt(2));
        return readings.get(readings.size() - 1);
    }

    private String term(String round, int depth) {
        if (depth > 0) {
            return (one(2) ? "earliest-of" : "latest-of") + ": [{" + term(round, 0) + "}, {"
                    + (one(2) ? term(round, 0) : stated()) + "}]";
        }
        if (one(12)) {
            return others.isEmpty() ? stated() : "end-of: " + of(others);
        }
        return "from: " + anchor(round) + ", within: " + within();
    }

    private String stated() {
        return "stated: " + (one(2) ? "s0" : of(steps)) + ".d";
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
        if (!round.isEmpty() && one(2)) {
            return opener(round);
        }
        return switch (random.nextInt(8)) {
            case 0 -> "{stated: s1.d}";
            case 1 -> "{until: s0}";
            case 2 -> others.isEmpty() ? "s0" : "{end-of: " + of(others) + "}";
            case 3 -> lapses.isEmpty() ? "s0" : of(List.copyOf(lapses));
            default -> of(steps);
        };
    }

    private String within() {
        if (one(8)) {
            return "{parameter: " + parameter() + "}";
        }
        return one(10) ? "{stated: s1.p}" : of(PERIODS);
    }

    private String parameter() {
        parameters.add("p" + random.nextInt(2));
        return parameters.get(parameters.size() - 1);
    }

    private List<String> valuesOf(String parameter) {
        return Objects.requireNonNull(values.get(parameter));
    }

    private String parameterIs() {
        var name = one(2) ? "c0" : parameter();
        parameters.add(name);
        return "{parameter." + name + ": " + of(valuesOf(name)) + "}";
    }

    private String own() {
        if (one(8)) {
            return "{present: d}";
        }
        return "{a: " + of(List.of("x", "y", "unknown")) + "}";
    }

    private String guard(String own, int depth) {
        return switch (random.nextInt(depth > 0 ? 17 : 14)) {
            case 0, 1 -> of(steps);
            case 2 -> "{" + of(steps) + ".a: " + of(List.of("x", "y", "unknown")) + "}";
            case 3 -> own.isEmpty() || own.equals("end") ? "{case.mood: glad}" : own();
            case 4 -> "{case.mood: " + of(List.of("tense", "calm", "[glad, calm]")) + "}";
            case 5 -> "{reading." + reading() + ": second}";
            case 6 -> running(own.equals("end") ? others : limits);
            case 7 -> "{lapsed: " + of(limits) + "}";
            case 8 -> "{times: {of: " + of(steps) + ", at-least: " + (1 + random.nextInt(3)) + "}}";
            case 9 -> elapsed(own);
            case 10 -> one(3) ? each(own) : rounds.isEmpty() ? inForce() : anyOpen(own, depth);
            case 11 -> lapses.isEmpty() ? of(steps) : of(List.copyOf(lapses));
            case 12 -> parameterIs();
            case 13 -> own.startsWith("s") ? "{late: " + of(limits) + "}" : of(steps);
            case 14 -> "{not: " + guard(own, 0) + "}";
            case 15 -> "{any: [" + guard(own, 0) + ", " + guard(own, 0) + "]}";
            default -> "{all: [" + guard(own, 0) + ", " + guard(own, 0) + "]}";
        };
    }

    private String elapsed(String own) {
        var comparison = of(List.of("more-than", "at-least", "less-than", "at-most"));
        var to = own.startsWith("s") && one(3) ? "" : ", to: " + moment(own);
        var period = one(4) ? "{parameter: " + parameter() + "}" : of(DATES);
        return "{elapsed: {from: " + moment(own) + to + ", " + comparison + ": " + period + "}}";
    }

    /** A day that a guard speaks of; the ends of limits do not wait for each other. */
    private String moment(String own) {
        return switch (random.nextInt(8)) {
            case 0 -> "{stated: s1.d}";
            case 1 -> "{until: s0}";
            case 2 -> own.equals("end") ? "s0" : "{end-of: " + of(limits) + "}";
            default -> of(steps);
        };
    }

    private String inForce() {
        return one(2) ? "{in-force: {from: 2024-03-01}}" : "{in-force: {until: 2024-03-10}}";
    }

    private String anyOpen(String own, int depth) {
        var where = depth > 0 && one(2) ? ", where: " + guard(own, 0) : "";
        return "{any-open: " + of(rounds) + where + "}";
    }

    private String each(String own) {
        return "{each: " + (peers.isEmpty() ? "owner" : peers) + ", is: " + guard(own, 0) + "}";
    }

    private String running(List<String> limits) {
        return limits.isEmpty() ? "s0" : "{running: " + of(limits) + "}";
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    private String of(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
