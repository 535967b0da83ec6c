// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small words: lists, numbers, periods. */
public final class Spell {
    private Spell() {}

    /** {@code a}, {@code a or b}, {@code a, b or c}. */
    public static String or(List<String> words) {
        return list(words, " or ");
    }

    public static String and(List<String> words) {
        return list(words, " and ");
    }

    public static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    /** Months, then weeks and days, in words. */
    public static String period(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, period.getYears(), "year");
        add(parts, period.getMonths(), "month");
        int days = period.getDays();
        int weeks = days % 7 == 0 ? days / 7 : 0;
        add(parts, weeks, "week");
        add(parts, days - 7 * weeks, "day");
        return parts.isEmpty() ? "0 days" : and(parts);
    }

    public static String capital(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    /** The word by which a definition calls a constant. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String list(List<String> words, String last) {
        int size = words.size();
        return size < 2
                ? String.join("", words)
                : String.join(", ", words.subList(0, size - 1)) + last + words.get(size - 1);
    }

    private static void add(List<String> parts, int number, String unit) {
        if (number != 0) {
            parts.add(count(number, unit));
        }
    }
}
