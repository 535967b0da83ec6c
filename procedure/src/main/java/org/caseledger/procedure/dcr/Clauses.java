// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A formula as clauses that must all hold, each a choice of literals.
 *
 * @param said the clauses; none if it always holds, an empty one if it never does
 * @param unsaid what made clauses be left out: taken to hold
 */
record Clauses(List<Set<Formula.Literal>> said, List<String> unsaid) {

    /** More clauses than these are not made of one guard; it is then left out. */
    private static final int MOST = 64;

    static Clauses of(Formula formula) {
        var said = new LinkedHashSet<Set<Formula.Literal>>();
        var unsaid = new LinkedHashSet<String>();
        for (var clause : product(formula)) {
            var texts = clause.stream()
                    .filter(Formula.Unsaid.class::isInstance)
                    .map(part -> ((Formula.Unsaid) part).text())
                    .toList();
            if (!always(clause)) {
                unsaid.addAll(texts);
                if (texts.isEmpty()) {
                    said.add(literals(clause));
                }
            }
        }
        var needed = said.stream()
                .filter(clause -> said.stream().noneMatch(other -> !other.equals(clause) && clause.containsAll(other)))
                .toList();
        return new Clauses(needed, List.copyOf(unsaid));
    }

    /** How people read a clause. */
    static String text(Set<Formula.Literal> clause) {
        return clause.stream().map(Formula.Literal::text).collect(Collectors.joining(" or "));
    }

    private static List<Set<Formula>> product(Formula formula) {
        if (formula instanceof Formula.And and) {
            return and.of().stream().flatMap(part -> product(part).stream()).toList();
        } else if (formula instanceof Formula.Or or) {
            List<Set<Formula>> clauses = List.of(Set.of());
            for (var part : or.of()) {
                clauses = distribute(clauses, product(part));
            }
            return clauses;
        }
        return List.of(Set.of(formula));
    }

    private static List<Set<Formula>> distribute(List<Set<Formula>> some, List<Set<Formula>> others) {
        if ((long) some.size() * others.size() > MOST) {
            return List.of(Set.of(new Formula.Unsaid("more than " + MOST + " clauses")));
        }
        var clauses = new ArrayList<Set<Formula>>();
        for (var one : some) {
            for (var other : others) {
                var both = new LinkedHashSet<>(one);
                both.addAll(other);
                clauses.add(both);
            }
        }
        return clauses;
    }

    private static boolean always(Set<Formula> clause) {
        return clause.contains(Formula.HOLDS)
                || clause.stream()
                        .anyMatch(part -> part instanceof Formula.Literal literal
                                && clause.contains(new Formula.Literal(literal.atom(), !literal.positive())));
    }

    private static Set<Formula.Literal> literals(Set<Formula> clause) {
        return clause.stream()
                .filter(Formula.Literal.class::isInstance)
                .map(Formula.Literal.class::cast)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
