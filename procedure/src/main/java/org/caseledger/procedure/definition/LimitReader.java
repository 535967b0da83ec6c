// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads limits. */
final class LimitReader {

    private final RuleReader rules;

    LimitReader(RuleReader rules) {
        this.rules = rules;
    }

    Limit limit(int index, Cursor at) {
        at.only(
                "limit", "in", "each", "by", "met-by", "end", "late", "hold", "restart", "revise", "extend", "release",
                "lapse");
        return new Limit(
                index,
                at.at("limit").code(),
                RuleReader.scope(at),
                at.at("by").code(),
                at.at("met-by").list(LimitReader::metBy),
                at.at("end").list(this::alternative),
                late(at),
                at.optional("hold", this::hold),
                verbs(at),
                lapse(at));
    }

    private static Limit.MetBy metBy(Cursor at) {
        if (at.isText()) {
            return new Limit.MetBy(at.code(), null);
        }
        at.only("step", "when");
        return new Limit.MetBy(at.at("step").code(), ConditionReader.optional(at, "when"));
    }

    private static SortedMap<String, Boolean> lateEffects(Cursor at) {
        var effects = new TreeMap<String, Boolean>();
        at.entries().forEach((step, effect) -> effects.put(step, RuleReader.effects(effect)));
        return effects;
    }

    private static SortedMap<String, Boolean> late(Cursor at) {
        return at.has("late") ? lateEffects(at.at("late")) : new TreeMap<>();
    }

    private Limit.Alternative alternative(Cursor at) {
        at.only("when", "from", "within", "stated", "earliest-of", "latest-of", "source");
        return new Limit.Alternative(ConditionReader.optional(at, "when"), term(at), rules.source(at));
    }

    private static Term termAlone(Cursor at) {
        at.only("from", "within", "stated", "earliest-of", "latest-of");
        return term(at);
    }

    private static Term term(Cursor at) {
        if (at.has("stated")) {
            var name = at.at("stated").text().split("\\.", -1);
            if (name.length != 2) {
                throw at.problem("'stated' names a step and its date, such as told.new-end");
            }
            return new Term.Stated(name[0], name[1]);
        }
        if (at.has("earliest-of")) {
            return new Term.EarliestOf(at.at("earliest-of").list(LimitReader::termAlone));
        }
        if (at.has("latest-of")) {
            return new Term.LatestOf(at.at("latest-of").list(LimitReader::termAlone));
        }
        if (!at.has("from")) {
            throw at.problem("a limit without an anchor: say from what it is counted");
        }
        var within = at.at("within");
        var untimed = within.isText() && within.text().equals("no-time");
        return new Term.Counted(anchor(at.at("from")), untimed ? null : RuleReader.period(within));
    }

    private static Anchor anchor(Cursor at) {
        if (at.isText()) {
            return at.text().equals("same") ? new Anchor.Same() : new Anchor.FirstListedOf(List.of(at.code()));
        }
        at.only("first-listed-of", "earliest-of");
        return at.has("first-listed-of")
                ? new Anchor.FirstListedOf(at.at("first-listed-of").list(Cursor::code))
                : new Anchor.EarliestOf(at.at("earliest-of").list(Cursor::code));
    }

    private Limit.Hold hold(Cursor at) {
        at.only("while", "source");
        return new Limit.Hold(ConditionReader.read(at.at("while")), rules.source(at));
    }

    private List<Verb> verbs(Cursor at) {
        var verbs = new ArrayList<Verb>();
        verbs.addAll(at.optionalList("release", this::release));
        verbs.addAll(at.optionalList("restart", this::restart));
        verbs.addAll(at.optionalList("revise", this::revise));
        verbs.addAll(at.optionalList("extend", this::extend));
        return verbs;
    }

    private Verb release(Cursor at) {
        at.only("on", "when", "source");
        return new Verb.Release(at.at("on").code(), ConditionReader.optional(at, "when"), rules.source(at));
    }

    private Verb restart(Cursor at) {
        at.only("on", "when", "from", "source");
        return new Verb.Restart(
                at.at("on").code(),
                ConditionReader.optional(at, "when"),
                at.at("from").code(),
                rules.source(at));
    }

    private Verb revise(Cursor at) {
        at.only("on", "when", "by-end", "end", "source");
        if (!at.has("by-end")) {
            throw at.problem("silent about a revision after the end: say by-end required or indifferent");
        }
        return new Verb.Revise(
                at.at("on").code(),
                ConditionReader.optional(at, "when"),
                at.at("by-end").oneOf("required", "indifferent").equals("required"),
                termAlone(at.at("end")),
                rules.source(at));
    }

    private Verb extend(Cursor at) {
        at.only("on", "when", "by", "source");
        return new Verb.Extend(
                at.at("on").code(),
                ConditionReader.optional(at, "when"),
                RuleReader.period(at.at("by")),
                rules.source(at));
    }

    private @Nullable Lapse lapse(Cursor limit) {
        if (!limit.has("lapse")) {
            throw limit.problem("silent about what follows when it passes unmet: give a lapse, or say lapse nothing");
        }
        var at = limit.at("lapse");
        if (at.isText()) {
            at.oneOf("nothing");
            return null;
        }
        at.only("as", "sets", "deemed-on", "final", "source");
        return new Lapse(
                at.optional("as", Cursor::code),
                at.has("sets") ? RuleReader.values(at.at("sets")) : new TreeMap<>(),
                at.optional("deemed-on", LimitReader::deemedOn),
                at.has("final") && at.at("final").bool(),
                rules.source(at));
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
