// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionException;
import org.caseledger.procedure.definition.DefinitionReader;
import org.jspecify.annotations.Nullable;

/** Small definitions at random, of all constructs, that the checker takes. */
public final class RandomDefinition {

    private final Random random;
    private final RandomNames names;
    private final RandomGuards guards;
    private final RandomLimits limits;

    private RandomDefinition(Random random) {
        this.random = random;
        this.names = new RandomNames(random);
        this.guards = new RandomGuards(random, names);
        this.limits = new RandomLimits(random, names, guards);
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
        var written = new StringBuilder("steps:\n");
        names.steps.forEach(step -> written.append(step(step)));
        written.append(bars());
        written.append("limits:\n");
        names.limits.forEach(limit -> written.append(limits.limit(limit)));
        written.append("ends: {when: {all: [")
                .append(names.of(names.steps))
                .append(", ")
                .append(guards.guard("", 1))
                .append("]}, source: '1'}\n");
        var rest = new StringBuilder();
        if (!names.rounds.isEmpty()) {
            rest.append("rounds:\n");
            for (var round : names.rounds) {
                var closers = names.steps.stream()
                        .filter(step -> round.equals(names.in(step)) && names.one(2))
                        .toList();
                rest.append("  - {round: ").append(round);
                if (!closers.isEmpty()) {
                    rest.append(", closed-by: ").append(closers);
                    rest.append(names.one(2) ? ", when: " + guards.own() : "");
                }
                rest.append("}\n");
            }
        }
        var all = written.toString();
        return head(all) + rest + all;
    }

    private String head(String all) {
        var head = new StringBuilder("definition: random@1\nsemantics: 1\ncalendar: ")
                .append(names.one(2) ? "eu-604-2013-art42@1" : "reg-1182-71@1")
                .append("\nlaw: {celex: 32013R0604, confirmed: true}\nroles: {owner: one")
                .append(all.contains(": other") ? ", other: one" : "")
                .append(all.contains(": peers") ? ", peers: many" : "")
                .append("}\nopening: {role: owner, steps: [s0]}\nattributes: {responsible: [undetermined, owner")
                .append(all.contains(": other") ? ", other" : "")
                .append("], mood: [calm, tense, glad]}\n");
        var asked = names.readings.stream().distinct().toList();
        if (!asked.isEmpty()) {
            head.append("readings:\n");
            asked.forEach(reading -> head.append("  - {reading: ")
                    .append(reading)
                    .append(", kind: span, preferred: first, other: [second], source: '1'}\n"));
        }
        var used = names.parameters.stream().distinct().toList();
        if (!used.isEmpty()) {
            head.append("parameters:\n");
            used.forEach(name -> head.append("  - {parameter: ")
                    .append(name)
                    .append(name.startsWith("p") ? ", type: period" : ", type: code, of: [m, n]")
                    .append(", country-of: ")
                    .append(names.peers.isEmpty() || names.one(2) ? "owner" : names.peers)
                    .append(", values: [{for: [AT], when: ")
                    .append(names.of(List.of("{case.mood: tense}", names.of(names.steps), guards.inForce())))
                    .append(", value: ")
                    .append(names.valuesOf(name).get(0))
                    .append(", source: '1'}, {value: ")
                    .append(names.valuesOf(name).get(1))
                    .append(", source: '1'}]}\n"));
        }
        return head.toString();
    }

    private String step(String name) {
        var number = RandomNames.number(name);
        var kind = number == 0 ? "fact" : number == 5 ? "ruling" : number % 4 == 3 ? "fact" : "act";
        var text = new StringBuilder("  - step: " + name + "\n    kind: " + kind + "\n");
        text.append("    by: ")
                .append(names.isOfEach(name) ? names.peers : number % 3 == 2 ? "other" : "owner")
                .append('\n');
        if (names.isOfEach(name)) {
            text.append("    each: ").append(names.peers).append('\n');
        }
        if (!names.in(name).isEmpty()) {
            text.append("    in: ").append(names.in(name)).append('\n');
        }
        if (!names.opens(name).isEmpty()) {
            text.append("    opens: ").append(names.opens(name)).append('\n');
        }
        text.append(
                "    attrs: {a: [x, y, unknown], d: {type: date, optional: true}, p: {type: period, optional: true}}\n");
        if (kind.equals("act")) {
            text.append(needs(name));
        } else if (!names.in(name).isEmpty()) {
            text.append("    needs: [{that: ")
                    .append(names.opener(names.in(name)))
                    .append(", else: gap, source: '1'}]\n");
        }
        if (number == 0 || names.one(2)) {
            text.append("    sets:\n");
            for (int i = random.nextInt(2); i >= 0; i--) {
                text.append("      - {")
                        .append(number > 0 && names.one(2) ? "when: " + guards.guard(name, 1) + ", " : "")
                        .append("values: ")
                        .append(names.assignment())
                        .append(names.one(4) ? ", reopens: true" : "")
                        .append("}\n");
            }
        }
        if (kind.equals("ruling") && !names.rounds.isEmpty()) {
            var annulled = names.one(2) ? "s1" : "s" + names.rounds.size();
            text.append("    may-annul: [{step: ")
                    .append(annulled)
                    .append(", effect: ")
                    .append(names.one(2) ? "from-start" : "from-then")
                    .append(names.one(2) ? ", when: {a: x}" : "")
                    .append("}]\n");
        }
        if (number == 1
                && names.steps.size() > 4
                && names.one(3)
                && names.in("s4").isEmpty()) {
            text.append(names.one(2) ? "    excludes: [s4]\n" : "    includes: [s4]\n");
        }
        return text.append("    source: '1'\n").toString();
    }

    private String needs(String name) {
        var needs = new ArrayList<String>();
        if (!names.in(name).isEmpty()) {
            needs.add("{that: " + names.opener(names.in(name)) + ", else: " + (names.one(2) ? "refuse" : "gap")
                    + ", source: '1'}");
        }
        if (names.one(2)) {
            var otherwise = names.of(
                    List.of("refuse", "{irregular: odd, effects: none}", "{irregular: odd, effects: full}", "gap"));
            needs.add("{that: " + guards.guard(name, 1) + ", else: " + otherwise + ", source: '1'}");
        }
        return needs.isEmpty() ? "" : "    needs: [" + String.join(", ", needs) + "]\n";
    }

    private String bars() {
        if (names.steps.size() < 4 || names.one(2)) {
            return "";
        }
        return "bars:\n  - {step: s2, while: " + guards.guard("", 1) + ", else: {irregular: odd, effects: "
                + (names.one(2) ? "none" : "full") + "}, source: '1'}\n";
    }
}
