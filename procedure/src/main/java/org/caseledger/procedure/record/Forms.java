// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import java.time.LocalDate;
import java.util.regex.Pattern;

/** The closed forms of values on the ledger (decision 0001). */
public final class Forms {

    /** The first date that a record may carry. */
    public static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    /** The last date that a record may carry. */
    public static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern HEX_128 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern HEX_256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern AUTHORITY = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,16}");
    private static final Pattern VERSIONED = Pattern.compile("[a-z][a-z0-9-]{0,39}@[1-9][0-9]{0,5}");
    private static final Pattern PERIOD =
            Pattern.compile("P(?=.)([0-9]{1,3}Y)?([0-9]{1,3}M)?([0-9]{1,3}W)?([0-9]{1,4}D)?");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Forms() {}

    public static String requireCode(String field, String value) {
        return require(CODE, field, value, "is not a code");
    }

    public static String requireHex128(String field, String value) {
        return require(HEX_128, field, value, "is not 32 lowercase hex digits");
    }

    public static String requireHex256(String field, String value) {
        return require(HEX_256, field, value, "is not 64 lowercase hex digits");
    }

    public static String requireAuthority(String field, String value) {
        return require(AUTHORITY, field, value, "is not an authority id");
    }

    public static String requireVersioned(String field, String value) {
        return require(VERSIONED, field, value, "is not of the form name@version");
    }

    public static String requirePeriod(String field, String value) {
        return require(PERIOD, field, value, "is not a period such as P6M or P2W");
    }

    /** Requires a code, a date, a period or a commitment: the only forms that an attribute's value can have. */
    public static String requireAttributeValue(String value) {
        if (DATE.matcher(value).matches()) {
            Fields.date("attributes", value);
        } else if (!CODE.matcher(value).matches()
                && !HEX_256.matcher(value).matches()
                && !PERIOD.matcher(value).matches()) {
            throw new MalformedRecordException("attributes", "has a value that is no code, date, period or commitment");
        }
        return value;
    }

    /** Requires a number from 1 to 1000: no case has more entries. */
    public static int requireNumber(String field, int number) {
        if (number < 1 || number > 1000) {
            throw new MalformedRecordException(field, "is not a number from 1 to 1000");
        }
        return number;
    }

    public static LocalDate requireDate(String field, LocalDate value) {
        if (value.isBefore(EARLIEST) || value.isAfter(LATEST)) {
            throw new MalformedRecordException(field, "is outside the years 1990 to 2199");
        }
        return value;
    }

    private static String require(Pattern form, String field, String value, String problem) {
        if (!form.matcher(value).matches()) {
            throw new MalformedRecordException(field, problem);
        }
        return value;
    }
}
