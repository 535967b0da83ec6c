// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import java.util.List;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.definition.Condition;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.Otherwise;
import org.caseledger.procedure.definition.Prose;
import org.caseledger.procedure.definition.Source;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.library.Library;
import org.caseledger.procedure.record.StepRecord;

/** Says why a step is refused or unlawful. */
public final class Reasons {
    private final Definition definition;
    private final Acts acts;

    private Reasons(Definition definition, Acts acts) {
        this.definition = definition;
        this.acts = acts;
    }

    public static Reasons of(Definition definition) {
        Prose prose = Library.prose(definition.pin().id());
        return new Reasons(definition, new Acts(prose));
    }

    /** One sentence without a full stop. */
    public String refusal(StepRecord step, Outcome.Refused refused) {
        return switch (refused.reason()) {
            case NOT_ENABLED -> notEnabled(step.step());
            case BARRED -> rules(step.step(), false, Otherwise.Refuse.class, "");
            case NEEDS_IRREGULARITY_CODE ->
                "it was unlawful for several reasons at once, and a record names only one: "
                        + irregular(step.step(), refused.subject());
            case UNKNOWN_STEP -> "the definition has no such step";
            case ROLE_DOES_NOT_OWN_STEP ->
                step.supersedes() == null
                        ? "who recorded it does not hold the role " + refused.subject()
                        : "only the authority that recorded a step can correct it";
            case ATTRIBUTE_UNKNOWN -> "it has what the step does not know: " + String.join(", ", unknown(step));
            case ATTRIBUTE_MISSING -> "it lacks the attribute " + refused.subject();
            case ATTRIBUTE_VALUE ->
                refused.subject().equals("irregularity")
                        ? "it has no irregularity of the code " + step.irregularity()
                        : "its " + refused.subject() + " has a value that the definition does not know";
            case UNKNOWN_ROUND -> "there is no such round then, or the step belongs to none";
            case UNKNOWN_REFERENCE -> "what it annuls, contests or corrects is not there then, or it cannot do so";
            case NOT_OPENING_STEP -> "a case cannot open with it";
            case LIMIT_NOT_LAPSED -> "the limit has not lapsed";
        };
    }

    private List<String> unknown(StepRecord step) {
        StepType type = definition.step(step.step());
        List<String> known = type == null
                ? List.of()
                : type.attributes().stream().map(Attribute::name).toList();
        return step.attributes().keySet().stream()
                .filter(name -> !known.contains(name))
                .toList();
    }

    /** The need or bar behind an irregularity code. */
    public String irregular(String step, String code) {
        String needs = rules(step, true, Otherwise.Irregular.class, code);
        String bars = rules(step, false, Otherwise.Irregular.class, code);
        return needs + (needs.isEmpty() || bars.isEmpty() ? "" : "; ") + bars;
    }

    private String notEnabled(String step) {
        String needs = rules(step, true, Otherwise.Refuse.class, "");
        return needs.isEmpty() ? "another step has made it impossible, or none has opened the way for it" : needs;
    }

    private String rules(String name, boolean needs, Class<? extends Otherwise> kind, String code) {
        StepType step = definition.step(name);
        Stream<String> told = needs
                ? Stream.ofNullable(step)
                        .flatMap(type -> type.needs().stream())
                        .filter(need -> fits(need.otherwise(), kind, code))
                        .map(need -> "it needs that " + words(need.condition(), name, need.source()))
                : definition.bars().stream()
                        .filter(bar -> bar.step().equals(name) && fits(bar.otherwise(), kind, code))
                        .map(bar -> "it is forbidden while " + words(bar.condition(), name, bar.source()));
        List<String> all = told.distinct().toList();
        return all.size() < 2 ? String.join("", all) : "one of these stood against it: " + String.join("; ", all);
    }

    private static boolean fits(Otherwise otherwise, Class<? extends Otherwise> kind, String code) {
        return kind.isInstance(otherwise)
                && (!(otherwise instanceof Otherwise.Irregular irregular)
                        || irregular.code().equals(code));
    }

    private String words(Condition condition, String step, Source source) {
        return ConditionWords.of(condition, step).inline() + " ("
                + acts.cite(source).text() + ")";
    }
}
