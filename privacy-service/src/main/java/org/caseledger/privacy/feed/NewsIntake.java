// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.feed;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.caseledger.privacy.tree.TreeException;
import org.caseledger.privacy.vault.Ids;
import org.caseledger.privacy.vault.Link;
import org.caseledger.privacy.vault.Share;
import org.caseledger.privacy.vault.VaultSession;
import org.jspecify.annotations.Nullable;

/** Takes a page of news into the vault's transaction: each change counts once, whenever the process is killed. */
final class NewsIntake {

    private final String authority;

    NewsIntake(String authority) {
        this.authority = authority;
    }

    /** What a page led to. */
    enum Outcome {
        NOTHING_NEW,
        TAKEN,
        TOMBSTONES_TAKEN,
        LEDGER_TOO_SHORT
    }

    Outcome take(VaultSession session, Change.Page page) throws TreeException, SQLException {
        LedgerKnowledge.Position known = LedgerKnowledge.position(session.connection());
        if (page.height() < known.height()) {
            return Outcome.LEDGER_TOO_SHORT;
        }
        boolean tombstones = false;
        for (Change change : page.changes()) {
            if (change.seq() > known.seq()) {
                take(session, change);
                tombstones |= change.kind().equals("tombstones");
            }
        }
        long last = Math.max(known.seq(), page.last());
        if (last > known.seq() || page.height() > known.height()) {
            LedgerKnowledge.moveTo(session.connection(), new LedgerKnowledge.Position(last, page.height()));
        }
        if (page.changes().isEmpty()) {
            return Outcome.NOTHING_NEW;
        }
        return tombstones ? Outcome.TOMBSTONES_TAKEN : Outcome.TAKEN;
    }

    private void take(VaultSession session, Change change) throws TreeException, SQLException {
        switch (change.kind()) {
            case "party" -> takeParty(session, change);
            case "request" -> bind(session.connection(), change.requestId(), change);
            case "tombstones" -> {
                if (change.values() != null) {
                    LedgerKnowledge.bury(session.connection(), change.values());
                }
            }
            default -> {
                // Of what else happens on the ledger the service needs nothing.
            }
        }
    }

    private void takeParty(VaultSession session, Change change) throws TreeException, SQLException {
        bind(session.connection(), change.caseId(), change);
        String bound = change.authority();
        if (change.caseId() == null || bound == null || bound.equals(authority) || !authority.equals(change.by())) {
            return;
        }
        Optional<Link> link = session.vault().link(change.caseId());
        if (link.isPresent() && !link.get().isSharedWith(bound)) {
            session.vault().update(link.get().with(new Share(bound, Ids.hex128(), Share.State.PENDING)));
        }
    }

    private static void bind(Connection connection, @Nullable String file, Change change) throws SQLException {
        if (file != null && change.role() != null && change.authority() != null && change.by() != null) {
            LedgerKnowledge.bind(connection, file, change.role(), change.authority(), change.by());
        }
    }
}
