// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.regex.Pattern;

/**
 * The legal source of one rule.
 *
 * @param act CELEX number of the act or judgment, or the id of a national act that has none
 * @param article article id, e.g. {@code 25(2)}; for a judgment the paragraph or {@code op} for its operative part
 * @param confirmed whether the rule was read in the text itself or in a source that quotes it
 */
public record Source(String act, String article, boolean confirmed) {

    private static final Pattern CELEX = Pattern.compile("[0-9]{5}[A-Z]{1,2}[0-9]{4}");

    /** Whether the act has a CELEX number of that form. */
    static boolean isCelex(String act) {
        return CELEX.matcher(act).matches();
    }

    /** How people read it. */
    public String text() {
        return act + (isCelex(act) ? " Art " : " ") + article;
    }
}
