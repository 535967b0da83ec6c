// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import java.util.List;
import org.caseledger.procedure.definition.Anchor;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.Term;

/**
 * In a limit of a round, the latest of a step of the round and of the step that opens the round. Steps are played in the
 * order of their days, and a record that names a round that is not yet open is refused, so that nothing in a round is
 * earlier than what opened it: where the step of the round has happened, it is the later one (of the same day the first
 * in the list), else the one that opens the round is the only one. That is the first in the list that is known, if the
 * step of the round stands first. From outside the two may belong to different rounds.
 */
final class OpenerComesFirst implements Equivalence {

    @Override
    public String reason() {
        return "what opens a round comes first in it";
    }

    @Override
    public Definition plain(Definition definition) {
        return Rewriting.limits(
                definition,
                limit -> limit.scope() instanceof Scope.Round round
                        ? Rewriting.end(
                                limit,
                                limit.end().stream()
                                        .map(end -> new Limit.Alternative(
                                                end.when(), plain(end.term(), round, definition), end.source()))
                                        .toList())
                        : limit);
    }

    private static Term plain(Term term, Scope.Round round, Definition definition) {
        if (term instanceof Term.EarliestOf earliest) {
            return new Term.EarliestOf(plain(earliest.of(), round, definition));
        } else if (term instanceof Term.LatestOf latest) {
            return new Term.LatestOf(plain(latest.of(), round, definition));
        }
        return term instanceof Term.Counted counted
                        && counted.from() instanceof Anchor.LatestOf latest
                        && isOpenedByLast(latest.points(), round, definition)
                ? new Term.Counted(new Anchor.FirstListedOf(latest.points()), counted.within())
                : term;
    }

    private static List<Term> plain(List<Term> terms, Scope.Round round, Definition definition) {
        return terms.stream().map(term -> plain(term, round, definition)).toList();
    }

    private static boolean isOpenedByLast(List<Point> points, Scope.Round round, Definition definition) {
        return points.size() == 2
                && points.get(0) instanceof Point.Happening inside
                && points.get(1) instanceof Point.Happening opening
                && isIn(round, inside.name(), definition)
                && opens(round, opening.name(), definition);
    }

    private static boolean isIn(Scope.Round round, String name, Definition definition) {
        var step = definition.step(name);
        return step != null && step.scope().equals(round) && step.opens() == null;
    }

    private static boolean opens(Scope.Round round, String name, Definition definition) {
        var step = definition.step(name);
        return step != null && round.name().equals(step.opens());
    }
}
