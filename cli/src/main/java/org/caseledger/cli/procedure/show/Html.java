// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.procedure.show;

/** HTML from text. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
