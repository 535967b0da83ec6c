// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import static org.caseledger.procedure.calendar.Values.fields;
import static org.caseledger.procedure.calendar.Values.malformed;
import static org.caseledger.procedure.calendar.Values.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.Pin;

/** Reads a calendar from its JSON, which is the same in the library and on the ledger, and checks it. */
public final class CalendarReader {

    private static final Set<String> FIELDS = Set.of(
            "calendar",
            "source",
            "roll",
            "leastWorkingDays",
            "hours",
            "weekend",
            "firstYear",
            "lastYear",
            "moving",
            "holidays",
            "zones",
            "offsets");
    private static final Pattern CELEX = Pattern.compile("[0-9]{5}[A-Z]{1,2}[0-9]{4}");
    private static final Pattern ACT = Pattern.compile("[a-z]{2,5}(-[a-z0-9]{1,20}){1,4}");
    private static final Pattern ARTICLE = Pattern.compile("[0-9]{1,3}[a-z]?(\\([0-9a-z]{1,3}\\))*");
    private static final int MOST_WORKING_DAYS = 5;

    private CalendarReader() {}

    /**
     * Reads the ledger's form.
     *
     * @throws MalformedRecordException naming the first field that is malformed
     */
    public static Calendar read(JsonNode content) {
        if (!(content instanceof ObjectNode object)) {
            throw malformed("calendar", "is not a JSON object");
        }
        fields("calendar", content, FIELDS);
        source(content.get("source"));
        var firstYear = year("firstYear", content.get("firstYear"));
        var lastYear = year("lastYear", content.get("lastYear"));
        if (firstYear > lastYear) {
            throw malformed("lastYear", "is before firstYear");
        }
        return new Calendar(
                new Pin(text("calendar", content.get("calendar")), CanonicalJson.hash(content)),
                object.deepCopy(),
                rule(content),
                firstYear,
                lastYear,
                HolidaysReader.read(content.get("moving"), content.get("holidays"), firstYear, lastYear),
                OffsetsReader.read(content.get("zones"), content.get("offsets")));
    }

    private static void source(JsonNode source) {
        var law = source.has("act") ? "act" : "celex";
        fields("source", source, Set.of(law, "article", "confirmed"));
        if (!(law.equals("act") ? ACT : CELEX)
                .matcher(text(law, source.get(law)))
                .matches()) {
            throw malformed(law, "names no law");
        }
        if (!ARTICLE.matcher(text("article", source.get("article"))).matches()) {
            throw malformed("article", "is not an article id");
        }
        if (!source.get("confirmed").isBoolean()) {
            throw malformed("confirmed", "is not true or false");
        }
    }

    private static CountingRule rule(JsonNode content) {
        return new CountingRule(
                isSecond("roll", content, "none", "next-working-day"),
                leastWorkingDays(content.get("leastWorkingDays")),
                isSecond("hours", content, "from-event", "from-next-hour"),
                weekend(content.get("weekend")));
    }

    private static boolean isSecond(String field, JsonNode content, String first, String second) {
        var word = text(field, content.get(field));
        if (!word.equals(first) && !word.equals(second)) {
            throw malformed(field, "is neither " + first + " nor " + second);
        }
        return word.equals(second);
    }

    private static int leastWorkingDays(JsonNode json) {
        if (!json.isInt() || json.intValue() < 0 || json.intValue() > MOST_WORKING_DAYS) {
            throw malformed("leastWorkingDays", "is not a number from 0 to " + MOST_WORKING_DAYS);
        }
        return json.intValue();
    }

    private static Set<DayOfWeek> weekend(JsonNode json) {
        var weekend = EnumSet.noneOf(DayOfWeek.class);
        for (var day : Values.list("weekend", json)) {
            weekend.add(weekday(text("weekend", day)));
        }
        if (weekend.size() > DayOfWeek.values().length - 1) {
            throw malformed("weekend", "leaves no working day");
        }
        return weekend;
    }

    private static DayOfWeek weekday(String word) {
        for (var day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(word)) {
                return day;
            }
        }
        throw malformed("weekend", "has a word that is no day of the week");
    }

    private static int year(String field, JsonNode json) {
        if (!json.isInt() || json.intValue() < Forms.EARLIEST.getYear() || json.intValue() > Forms.LATEST.getYear()) {
            throw malformed(field, "is not a year from 1990 to 2199");
        }
        return json.intValue();
    }
}
