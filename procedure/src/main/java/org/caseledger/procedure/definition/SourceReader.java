// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads legal sources.
 *
 * @param law what a source that names only an article means
 * @param laws what a source that begins with a word means
 */
record SourceReader(Law law, Map<String, Law> laws) {

    private static final Pattern ACT = Pattern.compile("[a-z]{2,3}-[a-z0-9][a-z0-9-]{0,34}");
    private static final Pattern ARTICLE =
            Pattern.compile("[A-Z]{0,2}[0-9]{1,4}[a-z]{0,6}([-./][0-9]{1,4}[a-z]{0,3})*(\\([0-9a-z]{1,6}\\))*"
                    + "|op|(para|recital|annex)-[0-9a-z]{1,6}(-[0-9a-z]{1,6})*|on(-[a-z]{1,20})+");

    /**
     * An act.
     *
     * @param act CELEX number, or the id of a national act
     * @param confirmed whether its rules were read in the text itself, unless a source says otherwise
     */
    record Law(String act, boolean confirmed) {}

    static SourceReader of(Cursor definition) {
        var laws = new TreeMap<String, Law>();
        if (definition.has("laws")) {
            definition.at("laws").entries().forEach((alias, at) -> {
                if (ARTICLE.matcher(alias).matches()) {
                    throw at.problem("'" + alias + "' could be an article; call the act otherwise");
                }
                laws.put(alias, law(at));
            });
        }
        return new SourceReader(law(definition.at("law")), laws);
    }

    Source read(Cursor at) {
        if (at.isText()) {
            return brief(at);
        }
        at.only("celex", "act", "article", "confirmed");
        if (at.has("celex") && at.has("act")) {
            throw at.problem("names two acts; say celex, or act where it has no CELEX number");
        }
        var named = at.has("celex") || at.has("act") ? act(at) : law.act();
        var confirmed = at.has("confirmed") ? at.at("confirmed").bool() : law.confirmed();
        return new Source(named, article(at.at("article"), at.at("article").text()), confirmed);
    }

    private Source brief(Cursor at) {
        var words = at.text().split(" ", -1);
        var last = words[words.length - 1];
        var says = last.equals("confirmed") || last.equals("unconfirmed");
        var rest = words.length - (says ? 1 : 0);
        var named = rest == 1 ? law : rest == 2 ? laws.get(words[0]) : null;
        if (rest == 2 && named == null) {
            throw at.problem("'" + words[0] + "' is not declared under laws");
        } else if (named == null) {
            throw at.problem(
                    "'" + at.text() + "' is not an article id such as 29(2), 'impl 5(2)' or '29(2) confirmed'");
        }
        return new Source(
                named.act(), article(at, words[rest - 1]), says ? last.equals("confirmed") : named.confirmed());
    }

    private static Law law(Cursor at) {
        at.only("celex", "act", "confirmed");
        return new Law(act(at), at.at("confirmed").bool());
    }

    private static String act(Cursor at) {
        if (at.has("act")) {
            var id = at.at("act").text();
            if (!ACT.matcher(id).matches()) {
                throw at.at("act").problem("'" + id + "' is not the id of a national act such as de-asylg");
            }
            return id;
        }
        var celex = at.at("celex").text();
        if (!Source.isCelex(celex)) {
            throw at.at("celex").problem("'" + celex + "' is not a CELEX number such as 32013R0604");
        }
        return celex;
    }

    private static String article(Cursor at, String article) {
        if (!ARTICLE.matcher(article).matches()) {
            throw at.problem("'" + article + "' is not an article id such as 29(2)");
        }
        return article;
    }
}
