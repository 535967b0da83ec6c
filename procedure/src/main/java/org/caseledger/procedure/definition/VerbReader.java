// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.ArrayList;
import java.util.List;

/** Reads what steps and lapses do to a limit. */
final class VerbReader {

    private final RuleReader rules;

    VerbReader(RuleReader rules) {
        this.rules = rules;
    }

    /** The verbs of a limit in the order in which one step uses them. */
    List<Verb> verbs(Cursor limit) {
        var verbs = new ArrayList<Verb>();
        verbs.addAll(limit.optionalList("restart", this::restart));
        verbs.addAll(limit.optionalList("revise", this::revise));
        verbs.addAll(limit.optionalList("extend", this::extend));
        verbs.addAll(limit.optionalList("release", this::release));
        return verbs;
    }

    private Verb restart(Cursor at) {
        at.only("after", "when", "from", "source");
        return new Verb.Restart(
                after(at),
                ConditionReader.optional(at, "when"),
                at.optional("from", TermReader::point),
                rules.source(at));
    }

    private Verb revise(Cursor at) {
        at.only("after", "when", "by-end", "end", "source");
        return new Verb.Revise(
                after(at),
                ConditionReader.optional(at, "when"),
                byEnd(at, "a revision"),
                TermReader.term(at.at("end")),
                rules.source(at));
    }

    private Verb extend(Cursor at) {
        at.only("after", "when", "by-end", "by", "source");
        return new Verb.Extend(
                after(at),
                ConditionReader.optional(at, "when"),
                byEnd(at, "an extension"),
                PeriodReader.extension(at.at("by")),
                rules.source(at));
    }

    private Verb release(Cursor at) {
        at.only("after", "when", "source");
        return new Verb.Release(after(at), ConditionReader.optional(at, "when"), rules.source(at));
    }

    private static List<String> after(Cursor at) {
        return RuleReader.oneOrMore(at.at("after"));
    }

    private static boolean byEnd(Cursor at, String what) {
        if (!at.has("by-end")) {
            throw at.problem("silent about " + what + " after the end: say by-end required or any-time");
        }
        return at.at("by-end").oneOf("required", "any-time").equals("required");
    }
}
