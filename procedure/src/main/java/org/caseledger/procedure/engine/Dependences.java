// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Anchor;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Term;
import org.caseledger.procedure.definition.Verb;
import org.caseledger.procedure.definition.Within;
import org.jspecify.annotations.Nullable;

/** What a limit or the end of the procedure depends on, by the numbers of {@link Dependents}. */
final class Dependences {

    private final Definition definition;
    private final Dependents numbers;
    private final Of found = new Of(new BitSet(), new BitSet());
    private final Set<String> late = new HashSet<>();
    private BitSet into = found.direct;

    Dependences(Definition definition, Dependents numbers) {
        this.definition = definition;
        this.numbers = numbers;
    }

    /**
     * What is asked.
     *
     * @param direct from the instance itself
     * @param elsewhere of other instances, that may be of the same scope
     */
    record Of(BitSet direct, BitSet elsewhere) {}

    Of of(Limit limit) {
        for (var end : limit.end()) {
            condition(end.when());
            term(end.term());
        }
        suspension(limit.hold());
        suspension(limit.pause());
        if (limit.recurs() != null) {
            term(limit.recurs().until());
        }
        return found;
    }

    BitSet of(Condition condition) {
        condition(condition);
        found.direct.or(found.elsewhere);
        return found.direct;
    }

    /** The limits for which any rule asks whether a step comes late. */
    Set<String> askedLate() {
        definition.steps().forEach(step -> {
            step.needs().forEach(need -> condition(need.condition()));
            step.sets().forEach(set -> condition(set.when()));
            step.mayAnnul().forEach(annulment -> condition(annulment.when()));
        });
        definition.bars().forEach(bar -> condition(bar.condition()));
        definition.rounds().forEach(round -> condition(round.when()));
        definition.parameters().forEach(parameter -> parameter.rows().forEach(row -> condition(row.when())));
        for (var limit : definition.limits()) {
            limit.metBy().forEach(met -> condition(met.when()));
            limit.late().values().forEach(each -> each.forEach(one -> condition(one.when())));
            limit.verbs().forEach(this::verb);
        }
        return late;
    }

    private void verb(Verb verb) {
        condition(verb.when());
        if (verb instanceof Verb.Extend extend && extend.by() instanceof Within.Delay delay) {
            late.add(delay.limit());
        }
    }

    private void suspension(Limit.@Nullable Suspension suspension) {
        if (suspension != null) {
            condition(suspension.condition());
        }
    }

    private void condition(@Nullable Condition condition) {
        if (condition instanceof Condition.Happened happened) {
            happening(happened.name());
        } else if (condition instanceof Condition.Holds holds) {
            holds(holds);
        } else if (condition instanceof Condition.Any any) {
            any.of().forEach(this::condition);
        } else if (condition instanceof Condition.All all) {
            all.of().forEach(this::condition);
        } else if (condition instanceof Condition.Not not) {
            condition(not.of());
        } else if (condition instanceof Condition.Times times) {
            happening(times.step());
        } else if (condition instanceof Condition.Elapsed elapsed) {
            point(elapsed.from());
            point(elapsed.to());
            within(elapsed.within());
        } else if (condition instanceof Condition.ParameterIs parameter) {
            parameter(parameter.parameter());
        } else if (condition instanceof Condition.InForce) {
            into.set(numbers.time());
        } else if (condition instanceof Condition.LateFor lateFor) {
            late.add(lateFor.limit());
        } else if (condition != null) {
            elsewhere(condition);
        }
    }

    private void elsewhere(Condition condition) {
        var outer = into;
        into = found.elsewhere;
        if (condition instanceof Condition.LapsedLimit lapsed) {
            limit(lapsed.limit());
        } else if (condition instanceof Condition.Running running) {
            limit(running.limit());
        } else if (condition instanceof Condition.AnyOpen open) {
            into.set(numbers.scope(numbers.names().scope(open.round())));
            condition(open.where());
        } else if (condition instanceof Condition.ForEach each) {
            condition(each.is());
        }
        into = outer;
    }

    private void holds(Condition.Holds holds) {
        if (Program.CASE.equals(holds.step())) {
            into.set(numbers.attribute(numbers.names().attribute(holds.attribute())));
        } else if (holds.step() != null) {
            happening(holds.step());
        }
    }

    private void term(Term term) {
        if (term instanceof Term.Counted counted) {
            points(counted.from()).forEach(this::point);
            within(counted.within());
        } else if (term instanceof Term.Stated stated) {
            happening(stated.step());
        } else if (term instanceof Term.EndOf end) {
            limit(end.limit());
        } else if (term instanceof Term.EarliestOf earliest) {
            earliest.of().forEach(this::term);
        } else if (term instanceof Term.LatestOf latest) {
            latest.of().forEach(this::term);
        }
    }

    private void within(Within within) {
        if (within instanceof Within.Parameter parameter) {
            parameter(parameter.name());
        } else if (within instanceof Within.Stated stated) {
            happening(stated.step());
        }
    }

    private void parameter(String name) {
        for (var row : Objects.requireNonNull(definition.parameter(name)).rows()) {
            condition(row.when());
            if (row.within() != null) {
                within(row.within());
            }
        }
    }

    private void point(Point point) {
        if (point instanceof Point.Happening happening) {
            happening(happening.name());
        } else if (point instanceof Point.Stated stated) {
            happening(stated.step());
        } else if (point instanceof Point.Until until) {
            happening(until.step());
        } else if (point instanceof Point.EndOf end) {
            limit(end.limit());
        }
    }

    private static Stream<Point> points(Anchor anchor) {
        if (anchor instanceof Anchor.FirstListedOf listed) {
            return listed.points().stream();
        } else if (anchor instanceof Anchor.EarliestOf earliest) {
            return earliest.points().stream();
        }
        return anchor instanceof Anchor.LatestOf latest ? latest.points().stream() : Stream.empty();
    }

    private void happening(String name) {
        into.set(numbers.names().happening(name).key());
    }

    private void limit(String name) {
        into.set(numbers.limit(numbers.names().limitIndex(name)));
    }
}
