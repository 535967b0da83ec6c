// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.doctor;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at.
 *
 * @param found what is there
 * @param mend what to do about it; null if nothing
 */
public record Check(
        String name, Status status, String found, @Nullable String mend) {

    /** Whether caseledger can work with what was found. */
    public enum Status {
        OK,
        /** It works, but not well or not for everything. */
        WARNING,
        MISSING
    }

    static Check ok(String name, String found) {
        return new Check(name, Status.OK, found, null);
    }

    static Check warning(String name, String found, String mend) {
        return new Check(name, Status.WARNING, found, mend);
    }

    static Check missing(String name, String found, String mend) {
        return new Check(name, Status.MISSING, found, mend);
    }
}
