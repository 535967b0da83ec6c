// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.words;

import org.jspecify.annotations.Nullable;

/**
 * A legal source as people read it.
 *
 * @param text such as {@code Art 25(2) Regulation 604/2013}
 * @param act CELEX number, or the id of a national act
 * @param link to the text of the act, or null where none is known
 * @param confirmed whether the rule was read in the text itself or in a source that quotes it
 */
public record Cite(
        String text, String act, String article, @Nullable String link, boolean confirmed) {}
