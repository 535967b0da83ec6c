// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Term;
import org.caseledger.procedure.definition.Verb;
import org.caseledger.procedure.definition.Within;
import org.jspecify.annotations.Nullable;

/**
 * Whether a revision or extension must come by the end, of a limit that lapses as soon as its end is past: the lapse
 * comes before the steps of the next day, and on what lapsed no verb works. That leaves no room between the end and
 * the lapse unless a hold or a pause keeps the limit running, the end has an hour within its day, or a verb of the limit
 * before this one sets another end on the same occasion, which may lie in the past (an extension does not, nor does a
 * verb whose guard asks another value of the same parameter); and it is so only for steps, as a named lapse may be
 * deemed to happen on the day after the end while the limit waits for its turn among the lapses of that day.
 */
final class ByEndOfWhatIsGone implements Equivalence {

    @Override
    public String reason() {
        return "after its end the limit is gone";
    }

    @Override
    public Definition plain(Definition definition) {
        return Rewriting.limits(
                definition,
                limit -> limit.hold() == null && limit.pause() == null && !mayHaveHours(limit, definition)
                        ? Rewriting.verbs(limit, plain(limit, definition))
                        : limit);
    }

    private static List<Verb> plain(Limit limit, Definition definition) {
        var plain = new ArrayList<Verb>();
        for (var verb : limit.verbs()) {
            var alone = verb.after().stream()
                    .allMatch(name -> definition.step(name) != null && isAlone(verb, name, limit.verbs()));
            if (alone && verb instanceof Verb.Revise revise) {
                plain.add(new Verb.Revise(revise.after(), revise.when(), true, revise.end(), revise.source()));
            } else if (alone && verb instanceof Verb.Extend extend) {
                plain.add(new Verb.Extend(extend.after(), extend.when(), true, extend.by(), extend.source()));
            } else {
                plain.add(verb);
            }
        }
        return plain;
    }

    private static boolean isAlone(Verb verb, String name, List<Verb> verbs) {
        return verbs.stream()
                .takeWhile(other -> other != verb)
                .filter(other -> other.after().contains(name))
                .allMatch(other -> other instanceof Verb.Extend || exclude(other.when(), verb.when()));
    }

    /** Whether the two ask for values of one parameter that it cannot have at once. */
    private static boolean exclude(@Nullable Condition one, @Nullable Condition other) {
        return parameters(one).anyMatch(first -> parameters(other)
                .anyMatch(second -> first.parameter().equals(second.parameter())
                        && Collections.disjoint(first.values(), second.values())));
    }

    private static Stream<Condition.ParameterIs> parameters(@Nullable Condition guard) {
        if (guard instanceof Condition.All all) {
            return all.of().stream().flatMap(ByEndOfWhatIsGone::parameters);
        }
        return guard instanceof Condition.ParameterIs asked ? Stream.of(asked) : Stream.empty();
    }

    private static boolean mayHaveHours(Limit limit, Definition definition) {
        return limit.end().stream().anyMatch(end -> mayHaveHours(end.term(), definition))
                || limit.verbs().stream()
                        .anyMatch(verb -> verb instanceof Verb.Revise revise && mayHaveHours(revise.end(), definition))
                || limit.verbs().stream()
                        .anyMatch(verb -> verb instanceof Verb.Extend extend && isHours(extend.by(), definition));
    }

    private static boolean mayHaveHours(Term term, Definition definition) {
        if (term instanceof Term.EarliestOf earliest) {
            return earliest.of().stream().anyMatch(each -> mayHaveHours(each, definition));
        } else if (term instanceof Term.LatestOf latest) {
            return latest.of().stream().anyMatch(each -> mayHaveHours(each, definition));
        }
        return term instanceof Term.EndOf
                || (term instanceof Term.Counted counted && isHours(counted.within(), definition));
    }

    private static boolean isHours(Within within, Definition definition) {
        var parameter = within instanceof Within.Parameter asked ? definition.parameter(asked.name()) : null;
        return within instanceof Within.Hours
                || (parameter != null
                        && parameter.rows().stream().anyMatch(row -> row.within() instanceof Within.Hours));
    }
}
