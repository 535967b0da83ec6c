// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import org.caseledger.procedure.definition.Point;
import org.caseledger.procedure.definition.Verb;

/** Says what moves a running limit. */
final class VerbWords {
    private VerbWords() {}

    static Line of(Verb verb) {
        String trigger = Spell.or(verb.after());
        String what = what(verb);
        String own = verb.after().size() == 1 ? verb.after().get(0) : null;
        String sentence = "After " + trigger + ": it " + what;
        return verb.when() == null ? Line.of(sentence + ".") : LimitWords.when(sentence + ", if", verb.when(), own, "");
    }

    private static String what(Verb verb) {
        if (verb instanceof Verb.Restart restart) {
            return "begins again, the whole period" + from(restart);
        } else if (verb instanceof Verb.Revise revise) {
            return "gets a new end" + inTime(revise.byEnd()) + ", " + TermWords.of(revise.end());
        } else if (verb instanceof Verb.Extend extend) {
            return "is extended" + inTime(extend.byEnd()) + " by " + TermWords.within(extend.by());
        }
        return "ends without any consequence";
    }

    private static String from(Verb.Restart restart) {
        Point from = restart.from();
        return from == null || from instanceof Point.This
                ? " counted from that day"
                : " counted from " + TermWords.point(from);
    }

    private static String inTime(boolean byEnd) {
        return byEnd ? " (only before it has ended)" : "";
    }
}
