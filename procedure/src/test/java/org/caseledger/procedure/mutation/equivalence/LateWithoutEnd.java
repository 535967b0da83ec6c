// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Parameter;
import org.caseledger.procedure.definition.Term;
import org.caseledger.procedure.definition.Verb;
import org.caseledger.procedure.definition.Within;

/**
 * What a late step still does, under a limit that never has an end. Late is what comes after the last day, and such a
 * limit has none: each of its ends gives {@code no-time}, a restart counts the same ends, an extension adds to no end,
 * {@code recurs} bounds only what has one, and it has no revision. So nothing ever asks its {@code late}.
 */
final class LateWithoutEnd implements Equivalence {

    @Override
    public String reason() {
        return "nothing is late for a limit without an end";
    }

    @Override
    public Definition plain(Definition definition) {
        return Rewriting.limits(
                definition, limit -> isEndless(limit, definition) ? Rewriting.late(limit, nothing(limit)) : limit);
    }

    private static SortedMap<String, List<Late>> nothing(Limit limit) {
        var late = new TreeMap<String, List<Late>>();
        limit.late().keySet().forEach(step -> late.put(step, List.of(new Late(null, new TreeSet<>()))));
        return late;
    }

    private static boolean isEndless(Limit limit, Definition definition) {
        return limit.verbs().stream().noneMatch(Verb.Revise.class::isInstance)
                && limit.end().stream().allMatch(end -> isEndless(end.term(), definition));
    }

    private static boolean isEndless(Term term, Definition definition) {
        if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().allMatch(each -> isEndless(each, definition));
        } else if (term instanceof Term.LatestOf latest) {
            return latest.of().stream().allMatch(each -> isEndless(each, definition));
        }
        return term instanceof Term.Counted counted && isEndless(counted.within(), definition);
    }

    private static boolean isEndless(Within within, Definition definition) {
        var parameter = within instanceof Within.Parameter asked ? definition.parameter(asked.name()) : null;
        return within instanceof Within.NoTime
                || (parameter != null
                        && parameter.rows().stream()
                                .map(Parameter.Row::within)
                                .allMatch(Within.NoTime.class::isInstance));
    }
}
