// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The root page and the key that opened it.
 *
 * @param page the page
 * @param key the one of the file's keys that opens it
 */
@SuppressWarnings("ArrayRecordComponent") // key material, never compared
record RootPage(NodePage page, byte[] key) {

    /** After a stop between two stages of a commit, which key opens tells whether the pages were committed. */
    static RootPage open(PageTable table, PageCipher cipher, RootKeys keys) throws TreeException, SQLException {
        Map<Long, byte[]> read = table.read(List.of(TreeWalk.ROOT_PAGE));
        byte[] sealed = read.getOrDefault(TreeWalk.ROOT_PAGE, new byte[PageCipher.SEALED_LENGTH]);
        Optional<byte[]> pending = keys.pendingKey();
        if (pending.isPresent()) {
            try {
                return open(cipher, pending.get(), sealed);
            } catch (TreeException notCommitted) {
                return open(cipher, keys.active(), sealed);
            }
        }
        try {
            return open(cipher, keys.active(), sealed);
        } catch (TreeException e) {
            throw new TreeException(
                    "The root key does not open the pages: rootStore and database are not of one time. Bring back the "
                            + "replica of rootStore that belongs to this database; a database from before a "
                            + "destruction stays closed on purpose.",
                    e);
        }
    }

    private static RootPage open(PageCipher cipher, byte[] key, byte[] sealed) throws TreeException {
        byte[] plain = cipher.open(key, TreeWalk.ROOT_PAGE, sealed);
        return new RootPage(new NodePage(TreeWalk.ROOT_PAGE, 0, plain), key);
    }
}
