// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import java.util.stream.Stream;
import org.caseledger.procedure.definition.Annulment;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Scope;

/**
 * Whether a step is annulled from the start or from then on, of a step that sets nothing and from which only limits of
 * the round that it opens are counted. Either way it counts for nothing in what asks the newest that counts, and its
 * round is closed, in which nothing starts or is counted again. From the start it is no anchor either, and what it set
 * is taken back: there is nothing that it set, and no limit outside the round asks for it as an anchor.
 */
final class AnnulledEitherWay implements Equivalence {

    @Override
    public String reason() {
        return "annulled either way it leaves the same";
    }

    @Override
    public Definition plain(Definition definition) {
        return Rewriting.steps(
                definition,
                step -> Rewriting.annulments(
                        step,
                        step.mayAnnul().stream()
                                .map(annulment -> leavesTheSame(annulment.step(), definition)
                                        ? new Annulment(annulment.step(), true, annulment.when())
                                        : annulment)
                                .toList()));
    }

    private static boolean leavesTheSame(String name, Definition definition) {
        var step = definition.step(name);
        var round = step == null ? null : step.opens();
        return step != null
                && round != null
                && step.sets().isEmpty()
                && definition.limits().stream().noneMatch(limit -> asks(limit, name, new Scope.Round(round)));
    }

    private static boolean asks(Limit limit, String name, Scope.Round round) {
        var terms = limit.scope().equals(round)
                ? Counted.later(limit)
                : Stream.concat(Counted.ends(limit), Counted.later(limit));
        return terms.anyMatch(term -> Counted.isFrom(term, name));
    }
}
