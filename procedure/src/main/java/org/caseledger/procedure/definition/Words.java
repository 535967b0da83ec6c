// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.definition;

import java.util.Locale;

/** The words by which a definition calls the constants of the types. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
