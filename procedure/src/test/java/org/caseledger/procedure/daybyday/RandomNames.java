// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.daybyday;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What a random definition speaks of: its names, and what of them the rules took. */
final class RandomNames {

    static final List<String> PERIODS =
            List.of("P1D", "P3D", "P1W", "P2W", "P1M", "P1M1W", "5 working-days", "48 hours", "no-time");
    static final List<String> DATES = List.of("P1D", "P5D", "P1W", "P2W", "P1M");

    final List<String> steps;
    final List<String> rounds;
    final List<String> limits;
    final TreeSet<String> lapses = new TreeSet<>();

    /** The role of two authorities each of which has some steps and limits of its own, or empty. */
    final String peers;

    /** Readings and parameters that rules asked, in order, some more than once. */
    final List<String> readings = new ArrayList<>();

    final List<String> parameters = new ArrayList<>();

    private final Random random;

    /** What the parameters may be. */
    private final Map<String, List<String>> values;

    /** Whether ends may ask for limits further up in the definition, or for those further down: no circles. */
    private final boolean upwards;

    RandomNames(Random random) {
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
        for (var limit : limits) {
            if (one(2)) {
                lapses.add("gone-" + limit);
            }
        }
    }

    /** The limits that the ends of this one may ask for. */
    List<String> others(String limit) {
        return upwards ? limits.subList(0, number(limit)) : limits.subList(number(limit) + 1, limits.size());
    }

    /** The round that a step belongs to: by its number, so that all rules agree. */
    String in(String step) {
        var number = number(step);
        return number >= 3 && !isOfEach(step) && !rounds.isEmpty() && number % 3 != 2
                ? rounds.get(number % rounds.size())
                : "";
    }

    /** Whether each of the peers has its own. */
    boolean isOfEach(String step) {
        return !peers.isEmpty() && List.of(4, 6, 7).contains(number(step));
    }

    /** The round that it belongs to, the role whose members each have their own, or nothing. */
    String home(String step) {
        return isOfEach(step) ? peers : in(step);
    }

    /** Steps 1 and 2 open the rounds. */
    String opens(String step) {
        var number = number(step);
        return number >= 1 && number <= rounds.size() ? rounds.get(number - 1) : "";
    }

    static int number(String name) {
        return Integer.parseInt(name.substring(1));
    }

    String opener(String round) {
        return "s" + (rounds.indexOf(round) + 1);
    }

    String reading() {
        readings.add("q" + random.nextInt(2));
        return readings.get(readings.size() - 1);
    }

    String parameter() {
        parameters.add("p" + random.nextInt(2));
        return parameters.get(parameters.size() - 1);
    }

    List<String> valuesOf(String parameter) {
        return Objects.requireNonNull(values.get(parameter));
    }

    String assignment() {
        return of(List.of("{responsible: owner}", "{responsible: undetermined}", "{mood: tense}", "{mood: glad}"));
    }

    boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    String of(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
