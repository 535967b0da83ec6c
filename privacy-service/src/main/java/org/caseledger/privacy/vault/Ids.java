// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.caseledger.privacy.tree.Secrets;

/** The random names of the contract: ids and tombstones of 32 hex digits, handles of 26 characters, all 128 bits. */
public final class Ids {

    private static final Pattern HEX_128 = Pattern.compile("[0-9a-f]{32}");
    private static final Pattern HANDLE = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
    private static final Pattern AUTHORITY = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,16}");
    private static final String CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int HANDLE_LENGTH = 26;

    private Ids() {}

    public static boolean isHex128(String text) {
        return HEX_128.matcher(text).matches();
    }

    public static boolean isHandle(String text) {
        return HANDLE.matcher(text).matches();
    }

    public static boolean isAuthority(String text) {
        return AUTHORITY.matcher(text).matches();
    }

    public static String hex128() {
        return HexFormat.of().formatHex(Secrets.random(16));
    }

    public static String handle() {
        BigInteger bits = new BigInteger(1, Secrets.random(16));
        StringBuilder text = new StringBuilder(HANDLE_LENGTH);
        for (int shift = 5 * (HANDLE_LENGTH - 1); shift >= 0; shift -= 5) {
            text.append(CROCKFORD.charAt(bits.shiftRight(shift).intValue() & 31));
        }
        return text.toString();
    }
}
