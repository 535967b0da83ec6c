// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.time.Period;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what several parts of a definition share: sources, scopes, values, consequences. */
final class RuleReader {

    private static final Pattern CELEX = Pattern.compile("[0-9]{5}[A-Z]{1,2}[0-9]{4}");
    private static final Pattern ARTICLE = Pattern.compile("[0-9]{1,3}[a-z]?(\\([0-9a-z]{1,3}\\))*|op|para-[0-9]{1,3}");

    private final Source law;

    /** @param law the definition's own act: what a source that gives only an article refers to */
    RuleReader(Source law) {
        this.law = law;
    }

    static Source law(Cursor at) {
        at.only("celex", "confirmed");
        return new Source(celex(at.at("celex")), "1", at.at("confirmed").bool());
    }

    /** The source that every rule must name. */
    Source source(Cursor rule) {
        if (!rule.has("source")) {
            throw rule.problem("a rule without a source: name the article that says so");
        }
        var at = rule.at("source");
        if (at.isText()) {
            return new Source(law.celex(), article(at), law.confirmed());
        }
        at.only("celex", "article", "confirmed");
        return new Source(
                at.has("celex") ? celex(at.at("celex")) : law.celex(),
                article(at.at("article")),
                at.has("confirmed") ? at.at("confirmed").bool() : law.confirmed());
    }

    static Scope scope(Cursor at) {
        if (at.has("in") && at.has("each")) {
            throw at.problem("'in' and 'each' exclude each other: a round, or a member of a role");
        }
        if (at.has("in")) {
            return new Scope.Round(at.at("in").code());
        }
        return at.has("each") ? new Scope.Each(at.at("each").code()) : new Scope.Case();
    }

    static SortedMap<String, String> values(Cursor at) {
        var values = new TreeMap<String, String>();
        at.entries().forEach((name, value) -> values.put(name, value.code()));
        return values;
    }

    /** What follows where a need is not met or a bar is passed; silence is refused. */
    static Otherwise otherwise(Cursor rule) {
        if (!rule.has("else")) {
            throw rule.problem("silent about a step taken all the same: say else refuse, gap, or an irregularity");
        }
        var at = rule.at("else");
        if (at.isText()) {
            return at.oneOf("refuse", "gap").equals("gap") ? new Otherwise.Gap() : new Otherwise.Refuse();
        }
        at.only("irregular", "effects");
        return new Otherwise.Irregular(at.at("irregular").code(), effects(at.at("effects")));
    }

    /** Whether {@code full} or {@code none}. */
    static boolean effects(Cursor at) {
        return at.oneOf("full", "none").equals("full");
    }

    static Period period(Cursor at) {
        var period = Period.parse(at.period());
        if (period.isZero()) {
            throw at.problem("a period of nothing");
        }
        return period;
    }

    private static String celex(Cursor at) {
        if (!CELEX.matcher(at.text()).matches()) {
            throw at.problem("is not a CELEX number such as 32013R0604");
        }
        return at.text();
    }

    private static String article(Cursor at) {
        if (!ARTICLE.matcher(at.text()).matches()) {
            throw at.problem("is not an article id such as 29(2)");
        }
        return at.text();
    }
}
