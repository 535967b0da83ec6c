// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * The feasts that move with Easter, for giving lists of days a name; whether a State keeps one is the library's word.
 * Easter is found with the algorithms of Meeus, Astronomical Algorithms (1991), chapter 8.
 */
final class Easter {

    private static final Map<String, Integer> FEASTS = Map.ofEntries(
            Map.entry("green-monday", -48),
            Map.entry("maundy-thursday", -3),
            Map.entry("good-friday", -2),
            Map.entry("holy-saturday", -1),
            Map.entry("easter-sunday", 0),
            Map.entry("easter-monday", 1),
            Map.entry("easter-tuesday", 2),
            Map.entry("great-prayer-day", 26),
            Map.entry("ascension", 39),
            Map.entry("whit-sunday", 49),
            Map.entry("whit-monday", 50),
            Map.entry("corpus-christi", 60));

    private Easter() {}

    static SortedMap<String, List<LocalDate>> feasts(int firstYear, int lastYear) {
        var feasts = new TreeMap<String, List<LocalDate>>();
        FEASTS.forEach((name, days) -> {
            feasts.put(name, each(firstYear, lastYear, year -> western(year).plusDays(days)));
            feasts.put("orthodox-" + name, each(firstYear, lastYear, year -> orthodox(year)
                    .plusDays(days)));
        });
        return feasts;
    }

    private static List<LocalDate> each(int firstYear, int lastYear, IntFunction<LocalDate> feast) {
        var days = new ArrayList<LocalDate>();
        for (int year = firstYear; year <= lastYear; year++) {
            days.add(feast.apply(year));
        }
        return days;
    }

    static LocalDate western(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }

    static LocalDate orthodox(int year) {
        int d = (19 * (year % 19) + 15) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        int n = d + e + 114;
        int julianDaysBehind = year / 100 - year / 400 - 2;
        return LocalDate.of(year, n / 31, n % 31 + 1).plusDays(julianDaysBehind);
    }
}
