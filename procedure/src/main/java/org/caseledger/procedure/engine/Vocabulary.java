// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.definition.Kind;
import org.caseledger.procedure.definition.Otherwise;
import org.caseledger.procedure.definition.Scope;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.StepRecord;
import org.jspecify.annotations.Nullable;

/** Whether a step speaks the definition's closed vocabulary. Asks nothing of the case. */
final class Vocabulary {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern COMMITMENT = Pattern.compile("[0-9a-f]{64}");

    private final Program program;

    Vocabulary(Program program) {
        this.program = program;
    }

    Outcome.@Nullable Refused check(StepRecord step) {
        return check(step, program.stepOrNull(step.step()));
    }

    /** @param rule of the step, or null where the definition has none of that name */
    Outcome.@Nullable Refused check(StepRecord step, @Nullable StepRule rule) {
        if (rule == null) {
            return new Outcome.Refused(Outcome.Reason.UNKNOWN_STEP, step.step());
        }
        var type = rule.type();
        if (!type.recorders().contains(step.role())) {
            return new Outcome.Refused(Outcome.Reason.ROLE_DOES_NOT_OWN_STEP, step.role());
        }
        var references = checkReferences(rule, step);
        return references != null ? references : checkAttributes(type, step);
    }

    private static Outcome.@Nullable Refused checkReferences(StepRule rule, StepRecord step) {
        var type = rule.type();
        if (step.annuls() != null && type.mayAnnul().isEmpty()) {
            return new Outcome.Refused(Outcome.Reason.UNKNOWN_REFERENCE, type.name());
        }
        if (step.contests() != null && type.kind() != Kind.FACT) {
            return new Outcome.Refused(Outcome.Reason.UNKNOWN_REFERENCE, type.name());
        }
        if (step.round() != null && !(type.scope() instanceof Scope.Round)) {
            return new Outcome.Refused(Outcome.Reason.UNKNOWN_ROUND, type.name());
        }
        if (step.until() != null && type.kind() != Kind.FACT) {
            return new Outcome.Refused(Outcome.Reason.ATTRIBUTE_UNKNOWN, "until");
        }
        var code = step.irregularity();
        return code == null || irregularities(rule).anyMatch(code::equals)
                ? null
                : new Outcome.Refused(Outcome.Reason.ATTRIBUTE_VALUE, "irregularity");
    }

    private static Stream<String> irregularities(StepRule rule) {
        return rule.requirements().stream()
                .map(StepRule.Requirement::otherwise)
                .filter(Otherwise.Irregular.class::isInstance)
                .map(otherwise -> ((Otherwise.Irregular) otherwise).code());
    }

    private static Outcome.@Nullable Refused checkAttributes(StepType type, StepRecord step) {
        for (var name : step.attributes().keySet()) {
            if (type.attribute(name) == null) {
                return new Outcome.Refused(Outcome.Reason.ATTRIBUTE_UNKNOWN, type.name());
            }
        }
        for (var attribute : type.attributes()) {
            var value = step.attributes().get(attribute.name());
            if (value == null && !attribute.optional()) {
                return new Outcome.Refused(Outcome.Reason.ATTRIBUTE_MISSING, attribute.name());
            }
            if (value != null && !fits(attribute, value)) {
                return new Outcome.Refused(Outcome.Reason.ATTRIBUTE_VALUE, attribute.name());
            }
        }
        return null;
    }

    private static boolean fits(Attribute attribute, String value) {
        return switch (attribute.type()) {
            case CODE -> attribute.values().contains(value);
            case DATE -> isDate(value);
            case PERIOD -> isPeriod(value);
            case COMMITMENT -> COMMITMENT.matcher(value).matches();
        };
    }

    private static boolean isDate(String value) {
        try {
            return DATE.matcher(value).matches()
                    && Forms.requireDate("attributes", LocalDate.parse(value)).isAfter(LocalDate.MIN);
        } catch (DateTimeException | MalformedRecordException noDay) {
            return false;
        }
    }

    private static boolean isPeriod(String value) {
        try {
            return Forms.requirePeriod("attributes", value).equals(value);
        } catch (MalformedRecordException noPeriod) {
            return false;
        }
    }
}
