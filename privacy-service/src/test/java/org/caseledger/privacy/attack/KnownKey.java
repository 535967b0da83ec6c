// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.attack;

import java.util.HexFormat;

/** A key that was found alive, and the number of the page that it opens. */
record KnownKey(long page, String hex) {

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }
}
