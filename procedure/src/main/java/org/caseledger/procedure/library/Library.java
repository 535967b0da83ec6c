// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.library;

import java.util.List;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.definition.Definition;

/** The shipped definitions and calendars, read from the class path once. */
public interface Library {

    static Library shipped() {
        throw new UnsupportedOperationException();
    }

    /** All definitions, by id. */
    List<Definition> definitions();

    /** All calendars, by id. */
    List<Calendar> calendars();
}
