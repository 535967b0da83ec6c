// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.mutation.equivalence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Limit;

/**
 * {@code final} of a lapse each of whose attributes is set by this one rule alone: there is no other rule that it could
 * keep from setting them, and none whose value it could make final; where it comes again in another instance, it sets
 * the same value, which changes nothing either way.
 */
final class FinalOfWhatNothingElseSets implements Equivalence {

    @Override
    public String reason() {
        return "no other rule sets what is final";
    }

    @Override
    public Definition plain(Definition definition) {
        var set = attributesSet(definition);
        return Rewriting.limits(definition, limit -> isAlone(limit, set) ? Rewriting.isFinal(limit, false) : limit);
    }

    private static boolean isAlone(Limit limit, List<String> set) {
        return limit.lapse() != null
                && limit.lapse().sets().stream()
                        .flatMap(assignment -> assignment.values().keySet().stream())
                        .allMatch(name -> Collections.frequency(set, name) == 1);
    }

    /** The attribute of each assignment. */
    private static List<String> attributesSet(Definition definition) {
        var set = new ArrayList<String>();
        definition.steps().forEach(step -> step.sets()
                .forEach(assignment -> set.addAll(assignment.values().keySet())));
        for (var limit : definition.limits()) {
            if (limit.lapse() != null) {
                limit.lapse()
                        .sets()
                        .forEach(assignment -> set.addAll(assignment.values().keySet()));
            }
        }
        return set;
    }
}
