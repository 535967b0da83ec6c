// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.caseledger.procedure.definition.StepType;
import org.jspecify.annotations.Nullable;

/** Makes events wait for what guards ask: by a condition or a milestone where one says it, else by gates. */
final class Gates {

    private record Gate(String owner, Set<Formula.Literal> clause, List<String> exempting) {}

    private final Causes causes;
    private final Effects effects;
    private final Duties duties;
    private final GraphBuilder builder;
    private final Map<Gate, Optional<String>> gates = new HashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Gates(Causes causes, Effects effects, Duties duties, GraphBuilder builder) {
        this.causes = causes;
        this.effects = effects;
        this.duties = duties;
        this.builder = builder;
    }

    /**
     * Lets an event happen only where a formula holds.
     *
     * @param owner the step or lapse whose gates these are
     * @param asked an act whose happening alone is asked, so that nothing is asked while it is excluded; or null
     */
    void require(Cause target, String owner, Formula formula, @Nullable StepType asked, String rule) {
        var clauses = Clauses.of(formula);
        clauses.unsaid().forEach(what -> builder.leaveOut(rule, what));
        for (var clause : clauses.said()) {
            if (!byRelation(target, clause)) {
                gate(new Gate(owner, clause, exempting(asked)), asked, rule)
                        .ifPresent(gate -> builder.relate(DcrRelation.Kind.CONDITION, gate, target.id()));
            }
        }
    }

    private boolean byRelation(Cause target, Set<Formula.Literal> clause) {
        if (clause.size() != 1) {
            return false;
        }
        var literal = clause.iterator().next();
        if (literal.positive() && literal.atom() instanceof Atom.Happened happened) {
            var named = causes.named(happened.name());
            if (named.size() == 1 && named.get(0) instanceof Cause.Step step && staysTrue(literal.atom())) {
                builder.relate(DcrRelation.Kind.CONDITION, step.id(), target.id());
                return true;
            }
        } else if (!literal.positive()
                && literal.atom() instanceof Atom.Running running
                && duties.isExact(running.limit())) {
            builder.relate(DcrRelation.Kind.MILESTONE, Duties.id(running.limit()), target.id());
            return true;
        }
        return false;
    }

    private boolean staysTrue(Atom atom) {
        return causes.all().stream().noneMatch(cause -> effects.of(cause, atom).contains(Change.FALSE));
    }

    private Optional<String> gate(Gate gate, @Nullable StepType asked, String rule) {
        var known = gates.get(gate);
        if (known == null) {
            known = make(gate, asked, rule);
            gates.put(gate, known);
        }
        return known;
    }

    private Optional<String> make(Gate gate, @Nullable StepType asked, String rule) {
        var clause = gate.clause();
        var shut = clause.stream().noneMatch(this::initially) && (asked == null || !asked.startsExcluded());
        var opening =
                causes.all().stream().filter(cause -> mayHold(cause, gate)).toList();
        var shutting = causes.all().stream()
                .filter(cause -> !mayHold(cause, gate) && surelyFails(cause, clause))
                .toList();
        causes.all().stream()
                .filter(cause -> !opening.contains(cause) && !shutting.contains(cause) && mayFail(cause, clause))
                .forEach(cause -> builder.leaveOut(rule, Clauses.text(clause) + ", after " + cause.id()));
        if (!shut && shutting.isEmpty()) {
            return Optional.empty();
        }
        var id = gate.owner() + ".gate-" + numbers.merge(gate.owner(), 1, Integer::sum);
        builder.gate(id, Clauses.text(clause), shut);
        opening.forEach(cause -> builder.relate(DcrRelation.Kind.EXCLUDE, cause.id(), id));
        shutting.forEach(cause -> builder.relate(DcrRelation.Kind.INCLUDE, cause.id(), id));
        return Optional.of(id);
    }

    private boolean initially(Formula.Literal literal) {
        return effects.initially(literal.atom()) == literal.positive();
    }

    private boolean mayHold(Cause cause, Gate gate) {
        return gate.exempting().contains(cause.id())
                || gate.clause().stream().anyMatch(literal -> effects.of(cause, literal.atom())
                        .contains(literal.positive() ? Change.TRUE : Change.FALSE));
    }

    private boolean surelyFails(Cause cause, Set<Formula.Literal> clause) {
        return clause.stream().allMatch(literal -> Objects.equals(effects.after(cause, literal), false))
                && mayFail(cause, clause);
    }

    private boolean mayFail(Cause cause, Set<Formula.Literal> clause) {
        return clause.stream().anyMatch(literal -> effects.of(cause, literal.atom())
                .contains(literal.positive() ? Change.FALSE : Change.TRUE));
    }

    private List<String> exempting(@Nullable StepType asked) {
        return asked == null
                ? List.of()
                : causes.all().stream()
                        .filter(cause -> cause instanceof Cause.Step step
                                && step.type().excludes().contains(asked.name()))
                        .map(Cause::id)
                        .toList();
    }
}
