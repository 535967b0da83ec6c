// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.request;

import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.caseledger.privacy.check.FreshProcess;
import org.caseledger.privacy.check.StorageFindings;
import org.caseledger.privacy.feed.LedgerKnowledge;
import org.caseledger.privacy.problem.ProblemCode;
import org.caseledger.privacy.problem.ProblemException;
import org.caseledger.privacy.receipt.Commitments;
import org.caseledger.privacy.receipt.ReceiptSigner;
import org.caseledger.privacy.tree.TreeException;
import org.caseledger.privacy.vault.Link;
import org.caseledger.privacy.vault.RequestFile;
import org.caseledger.privacy.vault.RequestFile.Proof;
import org.caseledger.privacy.vault.RequestFile.Stage;
import org.caseledger.privacy.vault.VaultExecutor;
import org.caseledger.privacy.vault.VaultSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Destroys the links of a prepared request, and confirms only what a fresh process no longer found. Each stage is
 * durable before the next begins; after a stop at any moment the same call goes on where it stood.
 */
public final class Destruction {

    private static final Logger LOG = LoggerFactory.getLogger(Destruction.class);

    private final VaultExecutor executor;
    private final WorkerExecutor blocking;
    private final FreshProcess freshProcess;
    private final ReceiptSigner signer;

    public Destruction(
            VaultExecutor executor, WorkerExecutor blocking, FreshProcess freshProcess, ReceiptSigner signer) {
        this.executor = executor;
        this.blocking = blocking;
        this.freshProcess = freshProcess;
        this.signer = signer;
    }

    /** The commitments for the ledger (sorted, 64 hex digits each) and the signed receipt for the person. */
    public record Destroyed(List<String> commitments, String receipt) {}

    public Future<Destroyed> destroy(String requestId) {
        return executor.submit(session -> destroyLinks(session, requestId))
                .compose(request -> request.stage() == Stage.DESTROYED
                        ? Future.succeededFuture(request)
                        : reread(request).compose(clean -> confirm(requestId)))
                .map(Destruction::answer);
    }

    private static RequestFile destroyLinks(VaultSession session, String requestId) throws TreeException, SQLException {
        RequestFile request = RequestService.find(session.vault(), requestId);
        if (request.stage() == Stage.DESTROYING || request.stage() == Stage.DESTROYED) {
            return request;
        }
        RequestService.require(request.stage() == Stage.PREPARED, ProblemCode.REQUEST_STAGE);
        RequestService.require(
                LedgerKnowledge.buried(session.connection(), request.tombstones())
                                .size()
                        == RequestService.BATCH,
                ProblemCode.TOMBSTONES_NOT_SHOWN);
        RequestService.require(request.untold().isEmpty(), ProblemCode.CONTROLLERS_NOT_TOLD);
        List<Proof> proofs = new ArrayList<>();
        for (Link link : session.vault().links(request.cases())) {
            proofs.add(Commitments.commit(requestId, link.tombstone()));
            session.vault().destroy(link);
        }
        RequestFile destroying = request.destroying(proofs);
        session.vault().overwrite(destroying);
        return destroying;
    }

    private Future<Void> reread(RequestFile request) {
        return blocking.executeBlocking(() -> freshProcess.reread(request.tombstones()))
                .recover(cause -> {
                    LOG.error("The fresh process could not reread storage. Check that this Java can be started again.");
                    return Future.failedFuture(
                            cause instanceof IOException
                                    ? new ProblemException(ProblemCode.STORAGE_CHECK_FAILED)
                                    : cause);
                })
                .compose(findings -> findings.clean() ? Future.succeededFuture() : refuse(findings));
    }

    private static Future<Void> refuse(StorageFindings findings) {
        LOG.error(
                "Storage still holds {} destroyed links and {} lookups without a link. Nothing was confirmed.",
                findings.buried(),
                findings.dangling());
        return Future.failedFuture(new ProblemException(ProblemCode.STORAGE_CHECK_FAILED));
    }

    private Future<RequestFile> confirm(String requestId) {
        return executor.submit(session -> {
            RequestFile request = RequestService.find(session.vault(), requestId);
            if (request.stage() == Stage.DESTROYED) {
                return request;
            }
            RequestFile destroyed = request.destroyed(signer.sign(request));
            session.vault().put(destroyed);
            return destroyed;
        });
    }

    private static Destroyed answer(RequestFile request) {
        List<String> commitments =
                request.proofs().stream().map(Proof::commitment).sorted().toList();
        return new Destroyed(commitments, String.valueOf(request.receipt()));
    }
}
