// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;
import org.jspecify.annotations.Nullable;

/** Dates, instants and numbers of a file. */
final class Values {
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})");

    private Values() {}

    /** The date of a field, or null where it is missing or no date; the latter is a problem. */
    static @Nullable LocalDate date(Fields fields, String name, Problems problems) {
        String text = fields.text(name);
        if (text == null) {
            return null;
        }
        try {
            return Forms.requireDate(name, LocalDate.parse(text));
        } catch (MalformedRecordException e) {
            problems.add(fields.value(name), "'" + text + "' is outside the years 1990 to 2199.");
        } catch (DateTimeException e) {
            Matcher dayFirst = DAY_FIRST.matcher(text);
            String meant = dayFirst.matches()
                    ? String.format(
                            "%s-%02d-%02d",
                            dayFirst.group(3), Integer.parseInt(dayFirst.group(2)), Integer.parseInt(dayFirst.group(1)))
                    : "2026-07-01";
            problems.add(
                    fields.value(name), "'" + text + "' is no date; write year, month and day such as " + meant + ".");
        }
        return null;
    }

    /** An hour of the day with its offset, or a whole instant. */
    static @Nullable OffsetDateTime instant(Fields fields, @Nullable LocalDate date, Problems problems) {
        String text = fields.text("at");
        if (text == null || date == null) {
            return null;
        }
        try {
            return text.contains("T")
                    ? OffsetDateTime.parse(text)
                    : OffsetTime.parse(text).atDate(date);
        } catch (DateTimeException e) {
            problems.add(
                    fields.value("at"),
                    "'" + text + "' is no hour with its offset from UTC; write it such as at: \"14:30+01:00\".");
            return null;
        }
    }

    static @Nullable Integer number(Fields fields, String name, Problems problems) {
        String text = fields.text(name);
        if (text == null) {
            return null;
        }
        try {
            return Forms.requireNumber(name, Integer.parseInt(text));
        } catch (MalformedRecordException | NumberFormatException e) {
            problems.add(fields.value(name), "'" + text + "' is no number from 1 to 1000.");
            return null;
        }
    }
}
