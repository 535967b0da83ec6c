// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Prose;
import org.caseledger.procedure.definition.Source;
import org.caseledger.procedure.definition.Sources;
import org.jspecify.annotations.Nullable;

/** The acts and judgments that a definition names, by the names that lawyers use. */
public final class Acts {
    private static final Pattern CELEX = Pattern.compile("([0-9])([0-9]{4})([A-Z]{1,2})([0-9]{4})");
    private static final String EUR_LEX = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:";

    /** Since 2015 the year comes first in the number of an act of the Union. */
    private static final int YEAR_FIRST = 2015;

    private static final Map<String, String> KINDS = Map.of("R", "Regulation", "L", "Directive", "D", "Decision");

    private final Map<String, String> links;

    public Acts(Prose prose) {
        links = prose.acts();
    }

    /** An act: its id, its name, and where to read it, or null where no link is known. */
    public record Act(String act, String name, @Nullable String link) {}

    /** The acts that the definition names, the most used first. */
    public List<Act> of(Definition definition, Prose prose) {
        Map<String, Long> uses = Stream.concat(
                        Sources.of(definition), prose.conflicts().stream().map(Prose.Conflict::source))
                .collect(Collectors.groupingBy(Source::act, Collectors.counting()));
        return uses.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> new Act(entry.getKey(), name(entry.getKey()), link(entry.getKey())))
                .toList();
    }

    public Cite cite(Source source) {
        return new Cite(text(source), source.act(), source.article(), link(source.act()), source.confirmed());
    }

    private @Nullable String link(String act) {
        String own = links.get(act);
        return own == null && CELEX.matcher(act).matches() ? EUR_LEX + act : own;
    }

    private static String text(Source source) {
        String article = source.article();
        var celex = CELEX.matcher(source.act());
        boolean judgment = celex.matches() && celex.group(1).equals("6");
        if (article.equals("op")) {
            return name(source.act()) + ", operative part";
        } else if (article.startsWith("para-")) {
            return name(source.act()) + ", paragraph " + article.substring("para-".length());
        } else if (article.startsWith("recital-")) {
            return "recital " + article.substring("recital-".length()) + " " + name(source.act());
        } else if (article.startsWith("annex-")) {
            return "Annex " + article.substring("annex-".length()).replace('-', ' ') + " " + name(source.act());
        } else if (judgment) {
            return name(source.act()) + ", paragraph " + article;
        }
        return place(source.act(), article) + " " + name(source.act());
    }

    /** German acts have paragraphs; what is no number is a heading. */
    private static String place(String act, String article) {
        if (!article.matches("[A-Z]{0,2}[0-9].*")) {
            return article.replace('-', ' ') + ",";
        }
        return (act.startsWith("de-") ? "§ " : "Art ") + article;
    }

    /** Such as Regulation 604/2013, C-201/16 or asylg (de). */
    static String name(String act) {
        var celex = CELEX.matcher(act);
        if (!celex.matches()) {
            return act.substring(act.indexOf('-') + 1).toUpperCase(Locale.ROOT) + " ("
                    + act.substring(0, act.indexOf('-')).toUpperCase(Locale.ROOT) + ")";
        }
        int year = Integer.parseInt(celex.group(2));
        int number = Integer.parseInt(celex.group(4));
        if (celex.group(1).equals("6")) {
            return (celex.group(3).startsWith("T") ? "T-" : "C-") + number + "/" + String.format("%02d", year % 100);
        }
        String kind = KINDS.getOrDefault(celex.group(3), "Act");
        int shortYear = year < 2000 ? year % 100 : year;
        return kind + " "
                + (year >= YEAR_FIRST || kind.equals("Directive")
                        ? shortYear + "/" + number
                        : number + "/" + shortYear);
    }
}
