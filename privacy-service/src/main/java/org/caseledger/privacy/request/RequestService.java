// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.request;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.caseledger.privacy.link.LinkService.CaseHandle;
import org.caseledger.privacy.problem.ProblemCode;
import org.caseledger.privacy.problem.ProblemException;
import org.caseledger.privacy.tree.TreeException;
import org.caseledger.privacy.vault.Ids;
import org.caseledger.privacy.vault.Link;
import org.caseledger.privacy.vault.RequestFile;
import org.caseledger.privacy.vault.RequestFile.As;
import org.caseledger.privacy.vault.RequestFile.Notice;
import org.caseledger.privacy.vault.RequestFile.Right;
import org.caseledger.privacy.vault.RequestFile.Stage;
import org.caseledger.privacy.vault.Share;
import org.caseledger.privacy.vault.Vault;
import org.caseledger.privacy.vault.VaultExecutor;
import org.jspecify.annotations.Nullable;

/** Data protection requests up to the point where something is destroyed: open, list, retain, prepare, close. */
public final class RequestService {

    /** Tombstones in a batch on the ledger, the request's own and random ones. */
    public static final int BATCH = 32;

    private final VaultExecutor executor;
    private final Runnable wakeOutbox;

    /** @param wakeOutbox told that controllers wait to be notified */
    public RequestService(VaultExecutor executor, Runnable wakeOutbox) {
        this.executor = executor;
        this.wakeOutbox = wakeOutbox;
    }

    /** Which links a request is about, and who else holds one, by the register of sharing. */
    public record Opened(List<CaseHandle> links, List<String> controllers) {}

    /** A link as the desk that decides sees it, also under a restriction. */
    public record RequestLink(
            String caseId, String handle, @Nullable String fileNumber) {}

    /** A request as the desk sees it; stage is {@code open}, {@code retained}, {@code prepared} or {@code destroyed}. */
    public record Listed(
            String requestId, Right right, As as, String receivedOn, List<RequestLink> links, Stage stage) {}

    /** The batch that the gateway publishes: its id and 32 sorted values. */
    public record Prepared(String batch, List<String> tombstones) {}

    public Future<Opened> open(String requestId, String fileNumber, Right right, String receivedOn) {
        return executor.submit(session -> {
                    Vault vault = session.vault();
                    List<Link> links = vault.linksByFileNumber(fileNumber);
                    require(!links.isEmpty(), ProblemCode.LINK_UNKNOWN);
                    List<String> cases = links.stream().map(Link::caseId).toList();
                    Optional<RequestFile> existing = vault.request(requestId);
                    if (existing.isPresent()) {
                        requireSame(existing.get(), right, receivedOn, cases);
                    } else {
                        vault.put(RequestFile.open(requestId, right, As.RECEIVING, receivedOn, cases, notices(links)));
                    }
                    return new Opened(links.stream().map(CaseHandle::of).toList(), controllers(links));
                })
                .onSuccess(opened -> wakeOutbox.run());
    }

    public Future<List<Listed>> list() {
        return executor.submit(session -> {
            List<Listed> listed = new ArrayList<>();
            for (RequestFile request : session.vault().requests()) {
                listed.add(listed(session.vault(), request));
            }
            return listed;
        });
    }

    public Future<Void> retain(String requestId, String until) {
        return executor.run(session -> {
            RequestFile request = find(session.vault(), requestId);
            require(request.stage() == Stage.OPEN || request.stage() == Stage.RETAINED, ProblemCode.REQUEST_STAGE);
            session.vault().put(request.retained(until));
        });
    }

    /** Only a request for erasure leads to a destruction. A retained one may be prepared once its time is over. */
    public Future<Prepared> prepare(String requestId) {
        return executor.submit(session -> {
            RequestFile request = find(session.vault(), requestId);
            require(request.right() == Right.ERASURE, ProblemCode.REQUEST_STAGE);
            if (request.stage() == Stage.OPEN || request.stage() == Stage.RETAINED) {
                List<String> tombstones = batch(session.vault().links(request.cases()));
                request = request.prepared(Ids.hex128(), tombstones);
                session.vault().put(request);
            }
            return new Prepared(String.valueOf(request.batch()), request.tombstones());
        });
    }

    /** Forgets the request. One that is prepared must be destroyed first. Closing again does nothing. */
    public Future<Void> close(String requestId) {
        return executor.run(session -> {
            Optional<RequestFile> request = session.vault().request(requestId);
            if (request.isPresent()) {
                Stage stage = request.get().stage();
                require(stage != Stage.PREPARED && stage != Stage.DESTROYING, ProblemCode.REQUEST_STAGE);
                session.vault().destroyRequest(requestId);
            }
        });
    }

    static RequestFile find(Vault vault, String requestId) {
        return vault.request(requestId).orElseThrow(() -> new ProblemException(ProblemCode.REQUEST_UNKNOWN));
    }

    static void require(boolean condition, ProblemCode otherwise) {
        if (!condition) {
            throw new ProblemException(otherwise);
        }
    }

    private static void requireSame(RequestFile existing, Right right, String receivedOn, List<String> cases) {
        require(
                existing.right() == right
                        && existing.as() == As.RECEIVING
                        && existing.receivedOn().equals(receivedOn)
                        && existing.cases().equals(cases),
                ProblemCode.REQUEST_OPENED_OTHERWISE);
    }

    private static List<String> batch(List<Link> links) {
        require(links.size() <= BATCH, ProblemCode.TOO_MANY_LINKS);
        TreeSet<String> tombstones = new TreeSet<>();
        links.forEach(link -> tombstones.add(link.tombstone()));
        while (tombstones.size() < BATCH) {
            tombstones.add(Ids.hex128());
        }
        return List.copyOf(tombstones);
    }

    private static List<Notice> notices(List<Link> links) {
        List<Notice> notices = new ArrayList<>();
        for (Link link : links) {
            for (String authority : controllers(List.of(link))) {
                notices.add(new Notice(authority, link.caseId(), false));
            }
        }
        return notices;
    }

    private static List<String> controllers(List<Link> links) {
        return links.stream()
                .flatMap(link -> link.shares().stream())
                .map(Share::authority)
                .distinct()
                .sorted()
                .toList();
    }

    private static Listed listed(Vault vault, RequestFile request) throws TreeException {
        List<RequestLink> links = vault.links(request.cases()).stream()
                .map(link -> new RequestLink(link.caseId(), link.handle(), link.fileNumber()))
                .toList();
        Stage shown = request.stage() == Stage.DESTROYING ? Stage.PREPARED : request.stage();
        return new Listed(request.requestId(), request.right(), request.as(), request.receivedOn(), links, shown);
    }
}
