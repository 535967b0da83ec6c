// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.HashSet;
import java.util.Set;

/** Checks readings and parameters. */
final class VariantChecker {

    private final Definition definition;
    private final Names names;
    private final Complaints complaints;
    private final ConditionChecker conditions;

    VariantChecker(Definition definition, Names names, Complaints complaints, ConditionChecker conditions) {
        this.definition = definition;
        this.names = names;
        this.complaints = complaints;
        this.conditions = conditions;
    }

    void check() {
        for (int i = 0; i < definition.readings().size(); i++) {
            check("readings[" + i + "]", definition.readings().get(i));
        }
        for (int i = 0; i < definition.parameters().size(); i++) {
            check("parameters[" + i + "]", definition.parameters().get(i));
        }
    }

    private void check(String path, Reading reading) {
        complaints.unless(
                Names.repeated(reading.options()) == null && reading.options().size() > 1,
                path,
                "needs at least two options that differ");
        complaints.unless(
                (reading.kind() == Reading.Kind.NOTE) == (reading.calendar() != null),
                path,
                "a note names the calendar that it rolls by, a span none");
    }

    private void check(String path, Parameter parameter) {
        var asksCountry =
                parameter.rows().stream().anyMatch(row -> !row.countries().isEmpty());
        complaints.unless(
                !asksCountry || parameter.countryOf() != null,
                path,
                "silent about whose country chooses: say country-of");
        complaints.unless(
                parameter.countryOf() == null || names.isRole(parameter.countryOf()),
                path,
                "'" + parameter.countryOf() + "' is not a role of this definition");
        complaints.unless(
                asksCountry || parameter.countryOf() == null, path, "no value is for a country; leave out country-of");
        complaints.unless(
                Names.repeated(parameter.codes()) == null, path, "needs a list of values that differ under of");
        var rows = parameter.rows();
        complaints.unless(
                !rows.isEmpty() && fitsAll(rows.get(rows.size() - 1)),
                path,
                "the last value must fit all: without for and when");
        var taken = new HashSet<String>();
        for (int i = 0; i < rows.size(); i++) {
            checkRow(path + ".values[" + i + "]", parameter, rows.get(i), taken, i == rows.size() - 1);
        }
    }

    private void checkRow(String path, Parameter parameter, Parameter.Row row, Set<String> taken, boolean last) {
        complaints.unless(last || !fitsAll(row), path, "fits all, so that the values after it never count");
        complaints.unless(
                parameter.isPeriod() || parameter.codes().contains(row.value()),
                path,
                "'" + row.value() + "' is not among the values under of");
        row.countries().stream()
                .filter(taken::contains)
                .forEach(country ->
                        complaints.add(path, "'" + country + "' has a value above, so that this one never counts"));
        if (row.when() == null) {
            taken.addAll(row.countries());
        }
        conditions.check(path, row.when(), null);
    }

    private static boolean fitsAll(Parameter.Row row) {
        return row.countries().isEmpty() && row.when() == null;
    }
}
