// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import java.time.ZoneId;

/** The States that can be parties to a case, by ISO 3166 code, with what the libraries outside call them. */
enum State {
    AT(HolidayCalendar.AUSTRIA, "Europe/Vienna"),
    BE(HolidayCalendar.BELGIUM, "Europe/Brussels"),
    BG(HolidayCalendar.BULGARIA, "Europe/Sofia"),
    CH(HolidayCalendar.SWITZERLAND, "Europe/Zurich"),
    CY(HolidayCalendar.CYPRUS, "Asia/Nicosia"),
    CZ(HolidayCalendar.CZECH_REPUBLIC, "Europe/Prague"),
    DE(HolidayCalendar.GERMANY, "Europe/Berlin"),
    DK(HolidayCalendar.DENMARK, "Europe/Copenhagen"),
    EE(HolidayCalendar.ESTONIA, "Europe/Tallinn"),
    ES(HolidayCalendar.SPAIN, "Europe/Madrid"),
    FI(HolidayCalendar.FINLAND, "Europe/Helsinki"),
    FR(HolidayCalendar.FRANCE, "Europe/Paris"),
    GB(HolidayCalendar.UNITED_KINGDOM, "Europe/London"),
    GE(HolidayCalendar.GEORGIA, "Asia/Tbilisi"),
    GR(HolidayCalendar.GREECE, "Europe/Athens"),
    HR(HolidayCalendar.CROATIA, "Europe/Zagreb"),
    HU(HolidayCalendar.HUNGARY, "Europe/Budapest"),
    IE(HolidayCalendar.IRELAND, "Europe/Dublin"),
    IS(HolidayCalendar.ICELAND, "Atlantic/Reykjavik"),
    IT(HolidayCalendar.ITALY, "Europe/Rome"),
    LI(HolidayCalendar.LIECHTENSTEIN, "Europe/Vaduz"),
    LT(HolidayCalendar.LITHUANIA, "Europe/Vilnius"),
    LU(HolidayCalendar.LUXEMBOURG, "Europe/Luxembourg"),
    LV(HolidayCalendar.LATVIA, "Europe/Riga"),
    MT(HolidayCalendar.MALTA, "Europe/Malta"),
    NL(HolidayCalendar.NETHERLANDS, "Europe/Amsterdam"),
    NO(HolidayCalendar.NORWAY, "Europe/Oslo"),
    PL(HolidayCalendar.POLAND, "Europe/Warsaw"),
    PT(HolidayCalendar.PORTUGAL, "Europe/Lisbon"),
    RO(HolidayCalendar.ROMANIA, "Europe/Bucharest"),
    RS(HolidayCalendar.SERBIA, "Europe/Belgrade"),
    SE(HolidayCalendar.SWEDEN, "Europe/Stockholm"),
    SI(HolidayCalendar.SLOWENIA, "Europe/Ljubljana"),
    SK(HolidayCalendar.SLOWAKIA, "Europe/Bratislava");

    private final HolidayCalendar holidays;
    private final ZoneId zone;

    State(HolidayCalendar holidays, String zone) {
        this.holidays = holidays;
        this.zone = ZoneId.of(zone);
    }

    HolidayCalendar holidays() {
        return holidays;
    }

    ZoneId zone() {
        return zone;
    }
}
