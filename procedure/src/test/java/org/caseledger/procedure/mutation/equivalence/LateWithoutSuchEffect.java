// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Late;

/**
 * An effect that {@code late} leaves to a step, or takes from it, that the step does not have even in time: it sets,
 * annuls, includes or excludes nothing, closes no round, moves no limit, or nothing is counted from it. A step without
 * its place as an anchor still counts in needs, guards, verbs and stated dates, which ask the newest that counts; only
 * the ends of limits, their {@code recurs} and the end of a right ask for an occurrence with effect. Of several entries
 * the last ones that leave the same come to one.
 */
final class LateWithoutSuchEffect implements Equivalence {

    @Override
    public String reason() {
        return "the late step has no such effect";
    }

    @Override
    public Definition plain(Definition definition) {
        return Rewriting.limits(definition, limit -> {
            var late = new TreeMap<String, List<Late>>();
            limit.late().forEach((step, effects) -> late.put(step, plain(effects, effects(step, definition))));
            return Rewriting.late(limit, late);
        });
    }

    private static List<Late> plain(List<Late> late, Set<Late.Effect> had) {
        var plain = late.stream()
                .map(each -> {
                    var left = new TreeSet<>(each.effects());
                    left.retainAll(had);
                    return new Late(each.when(), left);
                })
                .toList();
        var last = plain.get(plain.size() - 1).effects();
        var kept = plain.size() - 1;
        while (kept > 0 && plain.get(kept - 1).effects().equals(last)) {
            kept--;
        }
        return Stream.concat(plain.stream().limit(kept), Stream.of(new Late(null, last)))
                .toList();
    }

    private static Set<Late.Effect> effects(String name, Definition definition) {
        var effects = EnumSet.noneOf(Late.Effect.class);
        var step = definition.step(name);
        if (step == null) {
            return Late.FULL;
        }
        add(effects, Late.Effect.SETS, !step.sets().isEmpty());
        add(effects, Late.Effect.ANNULS, !step.mayAnnul().isEmpty());
        add(
                effects,
                Late.Effect.INCLUDES,
                !step.includes().isEmpty() || !step.excludes().isEmpty());
        add(effects, Late.Effect.CLOSES, definition.rounds().stream().anyMatch(round -> round.closedBy()
                .contains(name)));
        add(
                effects,
                Late.Effect.MOVES,
                definition.limits().stream()
                        .flatMap(limit -> limit.verbs().stream())
                        .anyMatch(verb -> verb.after().contains(name)));
        add(
                effects,
                Late.Effect.ANCHORS,
                definition.limits().stream()
                        .flatMap(limit -> Stream.concat(Counted.ends(limit), Counted.later(limit)))
                        .anyMatch(term -> Counted.isFrom(term, name)));
        return effects;
    }

    private static void add(Set<Late.Effect> effects, Late.Effect effect, boolean has) {
        if (has) {
            effects.add(effect);
        }
    }
}
