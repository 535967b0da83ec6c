// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.definition.Assignment;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Lapse;
import org.caseledger.procedure.definition.Late;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Scope;
import org.jspecify.annotations.Nullable;

/** Says a limit: from whom, until when, met by what, moved by what, and what follows when it passes. */
final class LimitWords {
    private static final Map<Late.Effect, String> EFFECTS = Map.of(
            Late.Effect.ANCHORS, "limits count from it",
            Late.Effect.SETS, "it sets what it sets",
            Late.Effect.ANNULS, "it annuls",
            Late.Effect.INCLUDES, "it opens and closes the way for other steps",
            Late.Effect.CLOSES, "it closes its round",
            Late.Effect.MOVES, "it moves limits");

    private final Limit limit;
    private final Acts acts;

    LimitWords(Limit limit, Acts acts) {
        this.limit = limit;
        this.acts = acts;
    }

    List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        lines.addAll(due());
        limit.metBy().forEach(met -> {
            if (met.when() != null) {
                lines.add(when("met by " + met.step() + " if", met.when(), met.step(), ""));
            }
        });
        if (limit.metBy().stream().allMatch(met -> met.when() == null)) {
            lines.add(Line.of("Met by "
                    + Spell.or(limit.metBy().stream().map(Limit.MetBy::step).toList()) + "."));
        }
        limit.late().forEach((step, cases) -> lines.addAll(late(step, cases)));
        suspension("Cannot pass while", limit.hold(), lines);
        suspension("Its days do not run while", limit.pause(), lines);
        if (limit.recurs() != null) {
            lines.add(Line.of(
                    "Begins again each time when it was met or has passed, until "
                            + TermWords.of(limit.recurs().until()) + ".",
                    acts.cite(limit.recurs().source())));
        }
        limit.verbs().forEach(verb -> lines.add(VerbWords.of(verb).citing(acts.cite(verb.source()))));
        lines.addAll(lapse(limit.lapse()));
        if (limit.invocable() != null) {
            Limit.Invocable right = limit.invocable();
            lines.add(Line.of(
                    "The " + right.by() + " may rely on its having passed"
                            + (right.until() == null
                                    ? ", at any time."
                                    : ", until " + TermWords.of(right.until()) + "."),
                    acts.cite(right.source())));
        }
        return lines;
    }

    private List<Line> due() {
        List<Line> lines = new ArrayList<>();
        String whose = limit.by().equals("anybody") ? "" : " from " + limit.by();
        for (int i = 0; i < limit.end().size(); i++) {
            Limit.Alternative end = limit.end().get(i);
            String before = i == 0 ? "due" + whose + instance() + ": " : "else ";
            String term = TermWords.of(end.term());
            Line line = end.when() == null
                    ? Line.of(Spell.capital(before + term + "."))
                    : when(before + term + ", if", end.when(), null, "");
            lines.add(line.citing(acts.cite(end.source())));
        }
        if (limit.calendar() != null) {
            lines.add(Line.of("Counted by the calendar " + limit.calendar() + "."));
        }
        if (!limit.countryOf().equals(limit.by())) {
            lines.add(Line.of("The holidays and the clock of " + limit.countryOf() + " count."));
        }
        return lines;
    }

    private String instance() {
        if (limit.scope() instanceof Scope.Round round) {
            return ", in each round " + round.name();
        }
        return limit.scope() instanceof Scope.Each each ? ", each " + each.role() + " for itself" : "";
    }

    private static List<Line> late(String step, List<Late> cases) {
        List<Line> lines = new ArrayList<>();
        for (Late late : cases) {
            String effect = "a late " + step + " " + effect(late);
            lines.add(
                    late.when() == null
                            ? Line.of((lines.isEmpty() ? Spell.capital(effect) : "Else " + effect) + ".")
                            : when(effect + ", if", late.when(), step, ""));
        }
        return lines;
    }

    private static String effect(Late late) {
        if (late.effects().isEmpty()) {
            return "has no effect";
        } else if (late.effects().equals(Late.FULL)) {
            return "has its full effect";
        }
        return "has only this effect: "
                + Spell.and(late.effects().stream()
                        .map(effect -> String.valueOf(EFFECTS.get(effect)))
                        .toList());
    }

    private void suspension(String before, Limit.@Nullable Suspension suspension, List<Line> lines) {
        if (suspension != null) {
            lines.add(when(before, suspension.condition(), null, "").citing(acts.cite(suspension.source())));
        }
    }

    private List<Line> lapse(@Nullable Lapse lapse) {
        if (lapse == null) {
            return List.of(Line.of("If it passes, nothing follows from that alone; the duty remains."));
        }
        List<Line> lines = new ArrayList<>();
        lines.add(consequence(lapse).citing(acts.cite(lapse.source())));
        lapse.notFor()
                .forEach(not -> lines.add((not.when() == null
                                ? Line.of("The role " + not.role() + " may not rely on that.")
                                : when("the role " + not.role() + " may not rely on that, if", not.when(), null, ""))
                        .citing(acts.cite(not.source()))));
        return lines;
    }

    private static Line consequence(Lapse lapse) {
        List<String> told = new ArrayList<>();
        if (lapse.as() != null) {
            told.add(lapse.as() + " happens"
                    + (lapse.deemedOn() == null
                            ? ""
                            : ", on the day that the reading "
                                    + lapse.deemedOn().reading() + " gives"));
        }
        lapse.sets().stream()
                .filter(set -> set.when() == null)
                .map(LimitWords::values)
                .forEach(told::add);
        List<Line> guarded = lapse.sets().stream()
                .filter(set -> set.when() != null)
                .map(set -> sets(set, null))
                .toList();
        if (lapse.isFinal()) {
            told.add("later steps do not change what this sets");
        }
        if (told.isEmpty() && guarded.isEmpty()) {
            told.add("the law says so, and nothing else follows");
        }
        String text = "If it passes: " + String.join("; ", told);
        return guarded.isEmpty()
                ? Line.of(text + ".")
                : Line.of(told.isEmpty() ? "If it passes:" : text + "; and:", guarded);
    }

    /** Values that case attributes take. */
    static Line sets(Assignment set, @Nullable String own) {
        String sets = "then " + values(set);
        return set.when() == null ? Line.of(Spell.capital(sets) + ".") : when(sets + ", if", set.when(), own, "");
    }

    private static String values(Assignment set) {
        List<String> values = set.values().entrySet().stream()
                .map(value -> value.getKey() + " becomes " + value.getValue())
                .toList();
        return Spell.and(values) + (set.reopens() ? " (also over a final value)" : "");
    }

    static Line when(String before, Condition condition, @Nullable String own, String after) {
        return ConditionWords.of(condition, own).line(before, after);
    }
}
