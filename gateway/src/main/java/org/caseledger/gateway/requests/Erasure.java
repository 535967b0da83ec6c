// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.caseledger.gateway.cases.Today;
import org.caseledger.gateway.links.Destruction;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.links.TombstoneBatch;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.gateway.write.OperationStage;
import org.caseledger.gateway.write.OperationStore;
import org.caseledger.gateway.write.Workers;
import org.caseledger.gateway.write.Writes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a decided destruction out, in the order of decision 0002. Every stage can be repeated, so that after a kill
 * the same way is gone again from its beginning and goes on where it stood.
 */
final class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);
    private static final int ATTEMPTS = 120;
    private static final long PAUSE_MILLIS = 500;

    private final Workers workers;
    private final PrivacyClient links;
    private final RequestReader requests;
    private final RequestWrites writes;
    private final OperationStore operations;
    private final Today today;
    private final Map<String, Future<RequestFile>> running = new ConcurrentHashMap<>();
    private final Set<String> done = ConcurrentHashMap.newKeySet();

    Erasure(
            Workers workers,
            PrivacyClient links,
            RequestReader requests,
            RequestWrites writes,
            OperationStore operations,
            Today today) {
        this.workers = workers;
        this.links = links;
        this.requests = requests;
        this.writes = writes;
        this.operations = operations;
        this.today = today;
    }

    /** Goes on with one; joins who does so already. */
    Future<RequestFile> carryOut(String request) {
        return running.computeIfAbsent(request, id -> attempt(id, 1).onComplete(over -> running.remove(id)));
    }

    /** Goes on with every decision that the ledger shows and that is not carried out. */
    Future<Void> resume() {
        return workers.run(requests::onLedger)
                .map(all -> all.stream()
                        .filter(file -> file.ownDecision().isPresent() && !done.contains(file.id()))
                        .map(RequestFile::id)
                        .toList())
                .compose(open -> open.isEmpty() ? Future.succeededFuture() : each(open));
    }

    private Future<Void> each(List<String> open) {
        open.forEach(id -> carryOut(id).onFailure(failed -> LOG.debug("An erasure goes on later: {}", code(failed))));
        return Future.succeededFuture();
    }

    private Future<RequestFile> attempt(String request, int attempt) {
        return once(request)
                .recover(failed -> mayComeRight(failed) && attempt < ATTEMPTS
                        ? workers.pause(PAUSE_MILLIS).compose(over -> attempt(request, attempt + 1))
                        : Future.failedFuture(failed));
    }

    private Future<RequestFile> once(String request) {
        return requests.read(request).compose(file -> {
            if (file.right() != Right.ERASURE
                    || file.linked().isEmpty()
                    || file.ownDecision().isEmpty()) {
                done.add(request);
                return Future.succeededFuture(file);
            }
            return file.ownDecision().get().destroys() ? destroy(file) : retain(file);
        });
    }

    private Future<RequestFile> retain(RequestFile file) {
        var until = file.ownDecision().orElseThrow().step().attributes().get("until");
        return links.retain(file.id(), java.time.LocalDate.parse(String.valueOf(until)))
                .map(kept -> {
                    done.add(file.id());
                    return file;
                });
    }

    private Future<RequestFile> destroy(RequestFile file) {
        done.remove(file.id());
        var cases = RequestJson.caseIds(file);
        return links.prepare(file.id())
                .compose(batch -> publish(file.id(), batch))
                .compose(published -> forget(cases))
                .compose(forgotten -> links.destroy(file.id()))
                .compose(destroyed -> confirm(file, destroyed))
                .compose(confirmed -> requests.read(file.id()))
                .onSuccess(read -> done.add(read.id()));
    }

    private Future<Void> publish(String request, TombstoneBatch batch) {
        return writes.publish(request, batch)
                .<Void>mapEmpty()
                .recover(failed ->
                        code(failed).equals("BATCH_EXISTS") ? Future.succeededFuture() : Future.failedFuture(failed));
    }

    /**
     * What was kept about writes in these cases would tie a caller's key to a case that nobody can name any more. It goes
     * before the links do: after a kill in between, the links still say which cases are meant.
     */
    private Future<Void> forget(List<String> cases) {
        return workers.run(() -> {
            cases.forEach(operations::forgetDocket);
            return null;
        });
    }

    private Future<Void> confirm(RequestFile file, Destruction destroyed) {
        Future<Void> all = Future.succeededFuture();
        for (var commitment : destroyed.commitments()) {
            all = all.compose(before -> file.confirmed(commitment)
                    ? Future.succeededFuture()
                    : workers.run(today::date)
                            .compose(on -> writes.confirm(file.id(), commitment, on))
                            .compose(Erasure::requireCommitted));
        }
        return all;
    }

    private static Future<Void> requireCommitted(Writes.Result result) {
        return result.operation().stage() == OperationStage.COMMITTED
                ? Future.succeededFuture()
                : Future.failedFuture(
                        new ProblemException(org.caseledger.gateway.problem.ProblemCode.LEDGER_UNAVAILABLE));
    }

    private static boolean mayComeRight(Throwable failed) {
        return failed instanceof ProblemException problem && problem.problem().retryable();
    }

    private static String code(Throwable failed) {
        return failed instanceof ProblemException problem
                ? problem.problem().code()
                : failed.getClass().getSimpleName();
    }
}
