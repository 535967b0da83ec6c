// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.share;

import com.nimbusds.jose.jwk.ECKey;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.caseledger.privacy.feed.LedgerKnowledge;
import org.caseledger.privacy.problem.ProblemCode;
import org.caseledger.privacy.problem.ProblemException;
import org.caseledger.privacy.vault.Ids;
import org.caseledger.privacy.vault.Link;
import org.caseledger.privacy.vault.RequestFile;
import org.caseledger.privacy.vault.RequestFile.As;
import org.caseledger.privacy.vault.RequestFile.Stage;
import org.caseledger.privacy.vault.Share;
import org.caseledger.privacy.vault.Vault;
import org.caseledger.privacy.vault.VaultExecutor;
import org.jspecify.annotations.Nullable;

/** What another authority's privacy service may bring: a link, or the news of a request. Only between parties. */
public final class ShareService {

    private static final int LONGEST_FILE_NUMBER = 100;

    private final VaultExecutor executor;
    private final ReceiverKeys keys;
    private final String authority;

    public ShareService(VaultExecutor executor, ReceiverKeys keys, String authority) {
        this.executor = executor;
        this.keys = keys;
        this.authority = authority;
    }

    public ECKey receiverKey(String sender) {
        return keys.issue(sender);
    }

    /** Keeps the link as unclaimed, or notes the sharing where there is a link already. */
    public Future<Void> takeShare(String sender, String compact) {
        ShareMessage message = Envelope.open(compact, keys, sender, ShareMessage.class);
        requireWellFormed(message, sender);
        return executor.run(session -> {
            requireParties(
                    LedgerKnowledge.areParties(session.connection(), message.caseId(), authority, message.from()));
            Share share = new Share(sender, message.shareId(), Share.State.RECEIVED);
            Optional<Link> existing = session.vault().link(message.caseId());
            if (existing.isEmpty()) {
                session.vault().add(Link.received(message.caseId(), sender, message.senderFileNumber(), share));
            } else if (existing.get().shares().stream()
                    .noneMatch(each -> each.shareId().equals(message.shareId()))) {
                session.vault().update(existing.get().with(share));
            }
        });
    }

    /** Opens the request here as one controller's, or adds the case to it. */
    public Future<Void> takeRequest(String sender, String compact) {
        RequestMessage message = Envelope.open(compact, keys, sender, RequestMessage.class);
        requireWellFormed(message, sender);
        return executor.run(session -> {
            requireParties(
                    LedgerKnowledge.areParties(session.connection(), message.requestId(), authority, message.from()));
            Vault vault = session.vault();
            Optional<RequestFile> existing = vault.request(message.requestId());
            if (existing.isEmpty()) {
                vault.put(RequestFile.open(
                        message.requestId(),
                        message.right(),
                        As.CONTROLLER,
                        message.receivedOn(),
                        List.of(message.caseId()),
                        List.of()));
            } else if (!existing.get().mentions(message.caseId())) {
                require(existing.get().stage() == Stage.OPEN, ProblemCode.REQUEST_STAGE);
                List<String> cases = new ArrayList<>(existing.get().cases());
                cases.add(message.caseId());
                vault.put(existing.get().withCases(cases));
            }
        });
    }

    private static void requireWellFormed(ShareMessage message, String sender) {
        require(
                isHex(message.shareId()) && isHex(message.caseId()) && isShort(message.senderFileNumber()),
                ProblemCode.MESSAGE_UNREADABLE);
        require(sender.equals(message.from()), ProblemCode.CALLER_REFUSED);
    }

    @SuppressWarnings("ConstantValue") // a message of another service may leave any field out
    private static void requireWellFormed(RequestMessage message, String sender) {
        require(
                isHex(message.requestId())
                        && isHex(message.caseId())
                        && message.right() != null
                        && message.receivedOn() != null
                        && message.receivedOn().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"),
                ProblemCode.MESSAGE_UNREADABLE);
        require(sender.equals(message.from()), ProblemCode.CALLER_REFUSED);
    }

    private static boolean isHex(@Nullable String text) {
        return text != null && Ids.isHex128(text);
    }

    private static boolean isShort(@Nullable String fileNumber) {
        return fileNumber == null || fileNumber.length() <= LONGEST_FILE_NUMBER;
    }

    private static void requireParties(boolean parties) {
        require(parties, ProblemCode.NOT_YET_PARTIES);
    }

    private static void require(boolean condition, ProblemCode otherwise) {
        if (!condition) {
            throw new ProblemException(otherwise);
        }
    }
}
