// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.caseledger.cli.procedure.Nearest;
import org.caseledger.procedure.definition.Attribute;
import org.caseledger.procedure.definition.StepType;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;

/**
 * The attributes of a step: beside it, or under {@code attributes}. Where an attribute is called as a field of every step,
 * it is the attribute.
 *
 * @param inline the names that stand for attributes beside the step
 */
record Attributes(SortedMap<String, String> values, List<String> inline) {
    private static final Pattern COMMITMENT = Pattern.compile("[0-9a-f]{64}");

    Attributes {
        values = Collections.unmodifiableSortedMap(values);
    }

    static Attributes read(Fields fields, StepType type, Problems problems) {
        List<String> names = type.attributes().stream().map(Attribute::name).toList();
        SortedMap<String, String> values = new TreeMap<>();
        boolean apart = fields.has("attributes") && !names.contains("attributes");
        Fields own = apart
                ? Fields.of(fields.value("attributes"), problems, "'attributes' must have named fields.")
                : fields;
        if (apart) {
            own.only(names, "among the attributes of " + type.name());
        }
        for (Attribute attribute : type.attributes()) {
            Fields at = apart && own.has(attribute.name()) ? own : fields;
            if (at.has(attribute.name())) {
                String value = at.text(attribute.name());
                if (value != null && fits(attribute, value, at, problems)) {
                    values.put(attribute.name(), value);
                }
            } else if (!attribute.optional()) {
                problems.add(
                        fields.node(),
                        "the step " + type.name() + " needs " + attribute.name() + ": "
                                + (attribute.type() == Attribute.Type.CODE ? "one of " : "") + form(attribute) + ".");
            }
        }
        return new Attributes(values, names);
    }

    /** Whether a name means an attribute of this step, not a field of every step. */
    boolean owns(String name) {
        return inline.contains(name);
    }

    private static boolean fits(Attribute attribute, String value, Fields at, Problems problems) {
        boolean fits =
                switch (attribute.type()) {
                    case CODE -> attribute.values().contains(value);
                    case DATE -> Values.date(at, attribute.name(), problems) != null;
                    case PERIOD -> isPeriod(value);
                    case COMMITMENT -> COMMITMENT.matcher(value).matches();
                };
        if (!fits && attribute.type() != Attribute.Type.DATE) {
            String nearest = Nearest.hint(value, attribute.values());
            problems.add(
                    at.value(attribute.name()),
                    "'" + value + "' is no value of " + attribute.name() + (nearest.isEmpty() ? "." : nearest)
                            + (attribute.type() == Attribute.Type.CODE ? " Known are " : " It is ") + form(attribute)
                            + ".");
        }
        return fits;
    }

    private static boolean isPeriod(String value) {
        try {
            return Forms.requirePeriod("period", value).equals(value);
        } catch (MalformedRecordException noPeriod) {
            return false;
        }
    }

    static String form(Attribute attribute) {
        return switch (attribute.type()) {
            case CODE -> String.join(", ", attribute.values());
            case DATE -> "a date such as 2026-07-01";
            case PERIOD -> "a period such as P2W";
            case COMMITMENT -> "64 hex digits";
        };
    }
}
