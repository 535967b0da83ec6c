// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads limits. */
final class LimitReader {

    private final RuleReader rules;
    private final VerbReader verbs;

    LimitReader(RuleReader rules) {
        this.rules = rules;
        this.verbs = new VerbReader(rules);
    }

    Limit limit(int index, Cursor at) {
        at.only(
                "limit",
                "in",
                "each",
                "by",
                "country-of",
                "calendar",
                "met-by",
                "end",
                "late",
                "hold",
                "pause",
                "recurs",
                "restart",
                "revise",
                "extend",
                "release",
                "invocable",
                "lapse");
        var by = at.at("by").code();
        return new Limit(
                index,
                at.at("limit").code(),
                RuleReader.scope(at),
                by,
                at.has("country-of") ? at.at("country-of").code() : by,
                at.optional("calendar", Cursor::versioned),
                at.at("met-by").list(LimitReader::metBy),
                at.at("end").list(this::alternative),
                at.has("late") ? late(at.at("late")) : new TreeMap<>(),
                at.optional("hold", this::suspension),
                at.optional("pause", this::suspension),
                at.optional("recurs", this::recurrence),
                verbs.verbs(at),
                at.optional("invocable", this::invocable),
                lapse(at));
    }

    private static Limit.MetBy metBy(Cursor at) {
        if (at.isText()) {
            return new Limit.MetBy(at.code(), null);
        }
        at.only("step", "when");
        return new Limit.MetBy(at.at("step").code(), ConditionReader.optional(at, "when"));
    }

    private Limit.Alternative alternative(Cursor at) {
        at.only("when", "from", "within", "stated", "end-of", "earliest-of", "latest-of", "source");
        return new Limit.Alternative(ConditionReader.optional(at, "when"), TermReader.among(at), rules.source(at));
    }

    private static SortedMap<String, List<Late>> late(Cursor at) {
        var effects = new TreeMap<String, List<Late>>();
        at.entries().forEach((step, value) -> effects.put(step, LateReader.read(value)));
        return effects;
    }

    private Limit.Suspension suspension(Cursor at) {
        at.only("while", "source");
        return new Limit.Suspension(ConditionReader.read(at.at("while")), rules.source(at));
    }

    private Limit.Recurrence recurrence(Cursor at) {
        at.only("until", "source");
        return new Limit.Recurrence(TermReader.term(at.at("until")), rules.source(at));
    }

    private Limit.Invocable invocable(Cursor at) {
        at.only("by", "until", "source");
        return new Limit.Invocable(at.at("by").code(), at.optional("until", TermReader::term), rules.source(at));
    }

    private @Nullable Lapse lapse(Cursor limit) {
        if (!limit.has("lapse")) {
            throw limit.problem("silent about what follows when it passes unmet: give a lapse, or say lapse: nothing");
        }
        var at = limit.at("lapse");
        if (at.isText()) {
            at.oneOf("nothing");
            return null;
        }
        at.only("as", "sets", "deemed-on", "final", "not-for", "source");
        return new Lapse(
                at.optional("as", Cursor::code),
                sets(at),
                at.optional("deemed-on", LimitReader::deemedOn),
                at.flag("final"),
                at.optionalList("not-for", this::notFor),
                rules.source(at));
    }

    private static List<Assignment> sets(Cursor lapse) {
        if (!lapse.has("sets")) {
            return List.of();
        }
        var at = lapse.at("sets");
        return at.isList()
                ? at.list(RuleReader::assignment)
                : List.of(new Assignment(null, RuleReader.values(at), false));
    }

    private Lapse.NotFor notFor(Cursor at) {
        at.only("role", "when", "source");
        return new Lapse.NotFor(at.at("role").code(), ConditionReader.optional(at, "when"), rules.source(at));
    }

    private static Lapse.DeemedOn deemedOn(Cursor at) {
        at.only("reading", "options");
        var days = new TreeMap<String, Integer>();
        at.at("options")
                .entries()
                .forEach((option, day) ->
                        days.put(option, day.oneOf("end", "day-after").equals("end") ? 0 : 1));
        return new Lapse.DeemedOn(at.at("reading").code(), days);
    }
}
