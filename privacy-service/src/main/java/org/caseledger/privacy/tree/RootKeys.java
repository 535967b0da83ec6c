// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The content of the root key file.
 *
 * @param treeId 16 random bytes that name the tree
 * @param state what is known of the pages
 * @param active the key that opens the root page
 * @param next in state {@link State#PENDING} the key that opens it if the pages were committed
 */
@SuppressWarnings("ArrayRecordComponent") // key material, never compared
record RootKeys(byte[] treeId, State state, byte[] active, byte @Nullable [] next) {

    /** The numbers are part of the stored format. */
    enum State {
        /** The first pages may not have been committed. */
        FRESH(0),
        /** The active key opens the root page. */
        SETTLED(1),
        /** The active key or the next one opens the root page. */
        PENDING(2);

        private final int code;

        State(int code) {
            this.code = code;
        }

        byte code() {
            return (byte) code;
        }

        static Optional<State> of(byte code) {
            return Arrays.stream(values()).filter(state -> state.code == code).findFirst();
        }
    }

    static RootKeys fresh() {
        return new RootKeys(Secrets.random(16), State.FRESH, Secrets.random(PageCipher.KEY_LENGTH), null);
    }

    RootKeys settled(byte[] key) {
        return new RootKeys(treeId, State.SETTLED, key, null);
    }

    RootKeys pending(byte[] key) {
        return new RootKeys(treeId, State.PENDING, active, key);
    }

    Optional<byte[]> pendingKey() {
        return Optional.ofNullable(next);
    }
}
