// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

/**
 * The legal source of one rule.
 *
 * @param celex CELEX number of the act or judgment
 * @param article article id, e.g. {@code 25(2)}; for a judgment the paragraph or {@code op} for its operative part
 * @param confirmed whether the rule was read in the text itself or in a source that quotes it
 */
public record Source(String celex, String article, boolean confirmed) {

    /** How people read it. */
    public String text() {
        return celex + " Art " + article;
    }
}
