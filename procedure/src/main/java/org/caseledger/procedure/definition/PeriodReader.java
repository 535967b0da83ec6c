// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.time.Period;
import java.util.regex.Pattern;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;

/** Reads periods. */
final class PeriodReader {

    private static final Pattern WORKING_DAYS = Pattern.compile("([1-9][0-9]{0,2}) working-days");
    private static final Pattern HOURS = Pattern.compile("([1-9][0-9]{0,3}) hours");

    private PeriodReader() {}

    /** A fixed period, or one that a parameter or a step gives. */
    static Within read(Cursor at) {
        if (at.isText()) {
            return fixed(at);
        }
        at.only("parameter", "stated");
        if (at.has("parameter")) {
            return new Within.Parameter(at.at("parameter").code());
        }
        var stated = StatedName.read(at.at("stated"));
        return new Within.Stated(stated.step(), stated.attribute());
    }

    /** What an extension adds: a period, or the delay of the step that triggers it. */
    static Within extension(Cursor at) {
        if (at.has("delay")) {
            at.only("delay");
            return new Within.Delay(at.at("delay").code());
        }
        return read(at);
    }

    static Within fixed(Cursor at) {
        var text = at.text();
        if (text.equals("no-time")) {
            return new Within.NoTime();
        }
        var workingDays = WORKING_DAYS.matcher(text);
        if (workingDays.matches()) {
            return new Within.WorkingDays(Integer.parseInt(workingDays.group(1)));
        }
        var hours = HOURS.matcher(text);
        if (hours.matches()) {
            return new Within.Hours(Integer.parseInt(hours.group(1)));
        }
        var period = dates(at);
        if (period.isZero()) {
            throw at.problem("a period of nothing");
        }
        return new Within.Dates(period);
    }

    /** How far two days lie apart: a period of the calendar, which may be nothing, or one that a parameter gives. */
    static Within distance(Cursor at) {
        return at.isText()
                ? new Within.Dates(dates(at))
                : new Within.Parameter(at.only("parameter").at("parameter").code());
    }

    private static Period dates(Cursor at) {
        try {
            return Period.parse(Forms.requirePeriod("period", at.text()));
        } catch (MalformedRecordException e) {
            throw at.problem("'" + at.text()
                    + "' is no period; write P6M, P1M2W, '10 working-days', '72 hours', no-time, {parameter: name} or"
                    + " {stated: step.attribute}");
        }
    }
}
