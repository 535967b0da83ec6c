// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.link;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.caseledger.privacy.feed.LedgerKnowledge;
import org.caseledger.privacy.problem.ProblemCode;
import org.caseledger.privacy.problem.ProblemException;
import org.caseledger.privacy.tree.TreeException;
import org.caseledger.privacy.vault.Link;
import org.caseledger.privacy.vault.RequestFile;
import org.caseledger.privacy.vault.Vault;
import org.caseledger.privacy.vault.VaultExecutor;
import org.jspecify.annotations.Nullable;

/** What a gateway may do with links. Every answer is given once it is durable; every call may be repeated. */
public final class LinkService {

    private static final int LONGEST_FILE_NUMBER = 100;
    /** Purposes that a restriction under Art 18 GDPR leaves open. */
    private static final Set<String> PURPOSES_UNDER_RESTRICTION = Set.of("deadline", "data-protection");

    private final VaultExecutor executor;
    private final Pattern fileNumberPattern;

    public LinkService(VaultExecutor executor, Pattern fileNumberPattern) {
        this.executor = executor;
        this.fileNumberPattern = fileNumberPattern;
    }

    /** A case and its handle. */
    public record CaseHandle(String caseId, String handle) {

        public static CaseHandle of(Link link) {
            return new CaseHandle(link.caseId(), link.handle());
        }
    }

    /** How a case is shown inside the authority; no file number while unclaimed. */
    public record Name(String handle, @Nullable String fileNumber, boolean claimed) {

        static Name of(Link link) {
            return new Name(link.handle(), link.fileNumber(), link.fileNumber() != null);
        }
    }

    /** A link that another authority passed on and nobody claimed yet. */
    public record Unclaimed(
            String caseId,
            String handle,
            @Nullable String from,
            @Nullable String senderFileNumber) {

        static Unclaimed of(Link link) {
            return new Unclaimed(link.caseId(), link.handle(), link.from(), link.senderFileNumber());
        }
    }

    /** @return the handle, the same for the same case and file number */
    public Future<String> create(String caseId, String fileNumber) {
        requireFileNumber(fileNumber);
        return executor.submit(session -> {
            Vault vault = session.vault();
            Optional<Link> existing = vault.link(caseId);
            if (existing.isPresent()) {
                require(
                        existing.get().ownFileNumber().equals(Optional.of(fileNumber)),
                        ProblemCode.CASE_LINKED_OTHERWISE);
                return existing.get().handle();
            }
            Link link = Link.created(caseId, fileNumber);
            vault.add(link);
            return link.handle();
        });
    }

    /** Takes back the link of a case that never came onto the ledger. */
    public Future<Void> discard(String caseId) {
        return executor.run(session -> {
            require(!LedgerKnowledge.knows(session.connection(), caseId), ProblemCode.CASE_ON_LEDGER);
            Optional<Link> link = session.vault().link(caseId);
            if (link.isPresent()) {
                session.vault().destroy(link.get());
            }
        });
    }

    public Future<List<CaseHandle>> resolveHandle(String handle) {
        return executor.submit(session -> {
            Optional<Link> link = session.vault().linkByHandle(handle);
            return open(session.vault(), link.map(List::of).orElseGet(List::of));
        });
    }

    public Future<List<CaseHandle>> resolveFileNumber(String fileNumber) {
        requireFileNumber(fileNumber);
        return executor.submit(session -> open(session.vault(), session.vault().linksByFileNumber(fileNumber)));
    }

    /** Names of those cases that have a link and may be shown for the purpose. */
    public Future<Map<String, Name>> names(List<String> caseIds, String purpose) {
        return executor.submit(session -> {
            boolean always = PURPOSES_UNDER_RESTRICTION.contains(purpose);
            Map<String, Name> names = new TreeMap<>();
            for (Link link : session.vault().links(caseIds)) {
                if (always || !isRestricted(session.vault(), link)) {
                    names.put(link.caseId(), Name.of(link));
                }
            }
            return names;
        });
    }

    public Future<List<Unclaimed>> unclaimed() {
        return executor.submit(session -> session.vault().links(session.vault().unclaimed()).stream()
                .map(Unclaimed::of)
                .toList());
    }

    /** Attaches the own file number; the sender's is destroyed. */
    public Future<Void> claim(String handle, String fileNumber) {
        requireFileNumber(fileNumber);
        return executor.run(session -> {
            Link link = session.vault()
                    .linkByHandle(handle)
                    .orElseThrow(() -> new ProblemException(ProblemCode.LINK_UNKNOWN));
            if (link.ownFileNumber().isEmpty()) {
                session.vault().claim(link, fileNumber);
            } else {
                require(link.ownFileNumber().get().equals(fileNumber), ProblemCode.LINK_CLAIMED_OTHERWISE);
            }
        });
    }

    private static List<CaseHandle> open(Vault vault, List<Link> links) throws TreeException {
        require(!links.isEmpty(), ProblemCode.LINK_UNKNOWN);
        List<CaseHandle> open = new ArrayList<>();
        for (Link link : links) {
            if (!isRestricted(vault, link)) {
                open.add(CaseHandle.of(link));
            }
        }
        require(!open.isEmpty(), ProblemCode.LINK_RESTRICTED);
        return open;
    }

    private static boolean isRestricted(Vault vault, Link link) {
        return vault.requests().stream()
                .anyMatch(request -> request.right() == RequestFile.Right.RESTRICTION
                        && request.stage() == RequestFile.Stage.OPEN
                        && request.cases().contains(link.caseId()));
    }

    private void requireFileNumber(String fileNumber) {
        require(
                fileNumber.length() <= LONGEST_FILE_NUMBER
                        && fileNumberPattern.matcher(fileNumber).matches(),
                ProblemCode.FILE_NUMBER_MALFORMED);
    }

    private static void require(boolean condition, ProblemCode otherwise) {
        if (!condition) {
            throw new ProblemException(otherwise);
        }
    }
}
