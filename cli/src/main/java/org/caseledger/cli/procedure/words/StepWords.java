// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Annulment;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.definition.Bar;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Limit;
import org.caseledger.procedure.definition.Need;
import org.caseledger.procedure.definition.Otherwise;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.StepType;

/** Says a step: who does and records it, what it needs, what it does. */
final class StepWords {
    private final Definition definition;
    private final StepType step;
    private final Acts acts;

    StepWords(Definition definition, StepType step, Acts acts) {
        this.definition = definition;
        this.step = step;
        this.acts = acts;
    }

    /** Such as: act of requesting; recorded by requesting; in each round request. */
    String kind() {
        String who =
                switch (step.kind()) {
                    case ACT -> "Act of " + step.by();
                    case FACT -> "Fact, by " + step.by();
                    case RULING -> "Ruling of " + step.by();
                };
        String recorders =
                step.recorders().size() == 1 && step.recorders().get(0).equals(step.by())
                        ? ""
                        : "; recorded by " + Spell.or(step.recorders());
        return who + recorders + scope() + (step.opens() == null ? "" : "; opens a round " + step.opens()) + ".";
    }

    private String scope() {
        if (step.scope() instanceof Scope.Round round) {
            return "; belongs to a round " + round.name();
        }
        return step.scope() instanceof Scope.Each each ? "; each " + each.role() + " for itself" : "";
    }

    /** Such as: eurodac or other. */
    static String form(Attribute attribute) {
        return switch (attribute.type()) {
            case CODE -> Spell.or(attribute.values());
            case DATE -> "a date such as 2026-07-01";
            case PERIOD -> "a period such as P2W";
            case COMMITMENT -> "a salted commitment, 64 hex digits";
        };
    }

    List<Line> needs() {
        List<Line> lines = new ArrayList<>();
        step.needs().forEach(need -> lines.add(need(need)));
        if (step.startsExcluded()) {
            lines.add(Line.of("Possible only after a step that opens the way for it."));
        }
        definition.bars().stream().filter(bar -> bar.step().equals(step.name())).forEach(bar -> lines.add(bar(bar)));
        return lines;
    }

    private Line need(Need need) {
        return LimitWords.when("needs that", need.condition(), step.name(), "; " + otherwise(need.otherwise()))
                .citing(acts.cite(need.source()));
    }

    private Line bar(Bar bar) {
        return LimitWords.when("forbidden while", bar.condition(), step.name(), "; " + otherwise(bar.otherwise()))
                .citing(acts.cite(bar.source()));
    }

    private static String otherwise(Otherwise otherwise) {
        if (otherwise instanceof Otherwise.Gap) {
            return "otherwise it stands, and what is missing is taken to have happened";
        } else if (otherwise instanceof Otherwise.Irregular irregular) {
            return "otherwise it is recorded as unlawful (" + irregular.code() + ") and has "
                    + (irregular.effects() ? "its effects all the same" : "no effect");
        }
        return "otherwise it cannot be recorded";
    }

    List<Line> does() {
        List<Line> lines = new ArrayList<>();
        step.sets().forEach(set -> lines.add(LimitWords.sets(set, step.name())));
        if (!step.includes().isEmpty()) {
            lines.add(Line.of("Opens the way for " + Spell.and(step.includes()) + "."));
        }
        if (!step.excludes().isEmpty()) {
            lines.add(Line.of("Makes impossible: " + Spell.and(step.excludes()) + "."));
        }
        step.mayAnnul().forEach(annulment -> lines.add(annuls(annulment)));
        definition.rounds().stream()
                .filter(round -> round.closedBy().contains(step.name()))
                .forEach(round -> lines.add(
                        round.when() == null
                                ? Line.of("Closes the round " + round.name() + ".")
                                : LimitWords.when(
                                        "closes the round " + round.name() + " if", round.when(), step.name(), "")));
        limits("Meets the limit ", lines, limit -> limit.metBy().stream().map(Limit.MetBy::step));
        limits("Starts the limit ", lines, limit -> limit.end().stream().flatMap(end -> Names.of(end.term())));
        limits("May move or end the limit ", lines, limit -> limit.verbs().stream()
                .flatMap(verb -> verb.after().stream()));
        return lines;
    }

    private Line annuls(Annulment annulment) {
        String annuls = "may annul " + annulment.step()
                + (annulment.fromStart() ? ", as if it had never been" : ", from then on");
        return annulment.when() == null
                ? Line.of(Spell.capital(annuls) + ".")
                : LimitWords.when(annuls + ", if", annulment.when(), step.name(), "");
    }

    private void limits(String text, List<Line> lines, Function<Limit, Stream<String>> steps) {
        List<String> names = definition.limits().stream()
                .filter(limit -> steps.apply(limit).anyMatch(step.name()::equals))
                .map(Limit::name)
                .toList();
        if (!names.isEmpty()) {
            lines.add(Line.of(text + Spell.and(names) + "."));
        }
    }
}
