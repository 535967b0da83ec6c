// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.share;

import java.sql.SQLException;
import java.util.Optional;
import org.caseledger.privacy.feed.LedgerKnowledge;
import org.caseledger.privacy.tree.TreeException;
import org.caseledger.privacy.vault.Link;
import org.caseledger.privacy.vault.RequestFile;
import org.caseledger.privacy.vault.VaultSession;

/** Something that another authority must still be given. The vault keeps it; this only names it. */
sealed interface Delivery {

    String to();

    String route();

    /** What is to be sent now; nothing if it is no longer, or not yet, to be sent. */
    Optional<Object> message(VaultSession session, String from) throws TreeException, SQLException;

    /** Notes that it arrived. */
    void arrived(VaultSession session) throws TreeException, SQLException;

    /** A link, to a party that this authority bound. */
    record OfShare(String caseId, String shareId, String to) implements Delivery {

        @Override
        public String route() {
            return "/peer/v1/shares";
        }

        @Override
        public Optional<Object> message(VaultSession session, String from) throws TreeException {
            return session.vault()
                    .link(caseId)
                    .filter(link -> link.pendingShares().stream()
                            .anyMatch(share -> share.shareId().equals(shareId)))
                    .map(link -> new ShareMessage(shareId, caseId, from, link.fileNumber()));
        }

        @Override
        public void arrived(VaultSession session) throws TreeException {
            Optional<Link> link = session.vault().link(caseId);
            if (link.isPresent()) {
                session.vault().update(link.get().sent(shareId));
            }
        }
    }

    /** A request, to another controller whose role in it the ledger shows. */
    record OfRequest(String requestId, String caseId, String to) implements Delivery {

        @Override
        public String route() {
            return "/peer/v1/requests";
        }

        @Override
        public Optional<Object> message(VaultSession session, String from) throws SQLException {
            if (!LedgerKnowledge.areParties(session.connection(), requestId, from, to)) {
                return Optional.empty();
            }
            return session.vault()
                    .request(requestId)
                    .filter(request -> request.untold().contains(new RequestFile.Notice(to, caseId, false)))
                    .map(request -> new RequestMessage(requestId, caseId, from, request.right(), request.receivedOn()));
        }

        @Override
        public void arrived(VaultSession session) throws TreeException {
            Optional<RequestFile> request = session.vault().request(requestId);
            if (request.isPresent()) {
                session.vault().put(request.get().told(to, caseId));
            }
        }
    }
}
