// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.caseledger.privacy.feed.LedgerKnowledge;
import org.caseledger.privacy.tree.TreeException;

/**
 * Links that came back with a restored backup although the ledger shows their tombstones: they are destroyed again
 * before anybody is answered. A tombstone of a request that is only prepared is not one of these.
 */
final class Graves {

    private static final int AT_ONCE = 1000;

    private Graves() {}

    /** @return how many links were destroyed again */
    static int destroyReturned(Vault vault, Connection connection, Map<String, String> caseByTombstone)
            throws TreeException, SQLException {
        Set<String> awaited = new HashSet<>();
        for (RequestFile request : vault.requests()) {
            if (request.stage() == RequestFile.Stage.PREPARED) {
                awaited.addAll(request.tombstones());
            }
        }
        List<String> tombstones = new ArrayList<>(caseByTombstone.keySet());
        int destroyed = 0;
        for (int start = 0; start < tombstones.size(); start += AT_ONCE) {
            List<String> some = tombstones.subList(start, Math.min(tombstones.size(), start + AT_ONCE));
            for (String buried : LedgerKnowledge.buried(connection, some)) {
                if (!awaited.contains(buried)) {
                    vault.destroy(
                            vault.link(caseByTombstone.getOrDefault(buried, "")).orElseThrow());
                    destroyed++;
                }
            }
        }
        return destroyed;
    }
}
