// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.timeline;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;
import org.jspecify.annotations.Nullable;

/** Dates, instants and numbers of a file. */
public final class Values {
    private static final Pattern DAY_FIRST = Pattern.compile("([0-9]{1,2})[./]([0-9]{1,2})[./]([0-9]{4})");

    private static final Pattern YEAR_FIRST = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})");

    private Values() {}

    /** Why a text is no date, and what would be right. */
    public static String noDate(String text) {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return noDate(text, dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        return yearFirst.matches()
                ? noDate(text, yearFirst.group(1), yearFirst.group(2), yearFirst.group(3))
                : "'" + text + "' is no date; write year, month and day such as 2026-07-01.";
    }

    private static String noDate(String text, String year, String month, String day) {
        int wanted = Integer.parseInt(month);
        if (wanted < 1 || wanted > 12) {
            return "'" + text + "' is no date; there is no month " + wanted + ".";
        }
        int last = YearMonth.of(Integer.parseInt(year), wanted).lengthOfMonth();
        int given = Integer.parseInt(day);
        return given < 1 || given > last
                ? "'" + text + "' is no date; that month ends with day " + last + "."
                : String.format(
                        "'%s' is no date; write year, month and day such as %s-%02d-%02d.", text, year, wanted, given);
    }

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
            problems.add(fields.value(name), noDate(text));
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
