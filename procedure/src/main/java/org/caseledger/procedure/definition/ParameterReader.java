// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.TreeSet;

/** Reads parameters. */
final class ParameterReader {

    private static final String COUNTRY = "[A-Z]{2}";

    private final RuleReader rules;

    ParameterReader(RuleReader rules) {
        this.rules = rules;
    }

    Parameter parameter(Cursor at) {
        at.only("parameter", "type", "of", "country-of", "values");
        var isPeriod = at.at("type").oneOf("period", "code").equals("period");
        if (isPeriod == at.has("of")) {
            throw at.problem("a code has its list under of, a period none");
        }
        return new Parameter(
                at.at("parameter").code(),
                at.optionalList("of", Cursor::code),
                at.optional("country-of", Cursor::code),
                at.at("values").list(row -> row(isPeriod, row)));
    }

    private Parameter.Row row(boolean isPeriod, Cursor at) {
        at.only("for", "when", "value", "source");
        var value = at.at("value");
        return new Parameter.Row(
                new TreeSet<>(at.optionalList("for", ParameterReader::country)),
                ConditionReader.optional(at, "when"),
                isPeriod ? value.text() : value.code(),
                isPeriod ? PeriodReader.fixed(value) : null,
                rules.source(at));
    }

    private static String country(Cursor at) {
        if (!at.text().matches(COUNTRY)) {
            throw at.problem("'" + at.text() + "' is not a country code of two letters such as DE");
        }
        return at.text();
    }
}
