// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.gateway.write.OperationStore;
import org.caseledger.gateway.write.Workers;

/** Takes this authority's decision; one on erasure after the retention check, and has it carried out. */
final class DecisionHandler {

    private final RequestReader requests;
    private final RequestWrites writes;
    private final RetentionCheck retention;
    private final Erasure erasure;
    private final OperationStore operations;
    private final Workers workers;
    private final long patienceMillis;

    DecisionHandler(
            RequestReader requests,
            RequestWrites writes,
            RetentionCheck retention,
            Erasure erasure,
            OperationStore operations,
            Workers workers,
            long patienceMillis) {
        this.requests = requests;
        this.writes = writes;
        this.retention = retention;
        this.erasure = erasure;
        this.operations = operations;
        this.workers = workers;
        this.patienceMillis = patienceMillis;
    }

    /** @param complete whether it was carried out within the time that an answer waits */
    record Decided(String request, boolean complete, boolean replayed) {}

    Future<Decided> handle(Call call) {
        var id = call.parameter("request");
        var body = call.body();
        return requests.read(id)
                .compose(file -> workers.run(() -> checked(file, call)))
                .compose(attributes -> writes.decide(call.key(), id, body, Call.date(body, "decidedOn"), attributes))
                .compose(decided -> carriedOut(id).map(complete -> new Decided(id, complete, decided.replayed())));
    }

    private Future<Boolean> carriedOut(String id) {
        return erasure.carryOut(id)
                .map(file -> true)
                .timeout(patienceMillis, TimeUnit.MILLISECONDS)
                .recover(failed -> failed instanceof TimeoutException || isRetryable(failed)
                        ? Future.succeededFuture(false)
                        : Future.failedFuture(failed));
    }

    private Map<String, String> checked(RequestFile file, Call call) {
        var attributes = file.right() == Right.ERASURE ? erasure(call.body()) : other(call.body());
        if (operations.find(call.key()).isPresent()) {
            return attributes;
        }
        if (file.linked().isEmpty()) {
            throw new ProblemException(ProblemCode.REQUEST_NOT_HERE);
        }
        boolean destroys = file.right() == Right.ERASURE && "destroyed".equals(attributes.get("outcome"));
        file.ownDecision()
                .filter(taken -> file.right() == Right.ERASURE && (taken.destroys() || !destroys))
                .ifPresent(taken -> {
                    throw new ProblemException(ProblemCode.DECISION_TAKEN);
                });
        if (destroys) {
            requireRetentionOver(file, Call.date(call.body(), "decidedOn"));
        }
        return attributes;
    }

    private void requireRetentionOver(RequestFile file, LocalDate on) {
        var result = retention.check(RequestJson.caseIds(file), on);
        if (result.runs()) {
            throw new ProblemException(
                    ProblemCode.RETENTION_RUNS,
                    result.until() == null
                            ? Map.of("reason", result.reason())
                            : Map.of(
                                    "reason",
                                    result.reason(),
                                    "until",
                                    result.until().toString()));
        }
    }

    /** Which outcome goes with which ground the procedure knows; only an erasure has an {@code until}. */
    private static Map<String, String> other(ObjectNode body) {
        if (body.has("until")) {
            throw new ProblemException(ProblemCode.DECISION_INCOMPLETE);
        }
        return Map.of(
                "outcome",
                body.path("decision").asText(),
                "ground",
                body.path("ground").asText("none"));
    }

    private static Map<String, String> erasure(ObjectNode body) {
        boolean destroys = body.path("decision").asText().equals("destroyed");
        if (destroys == body.has("ground") || destroys == body.has("until")) {
            throw new ProblemException(ProblemCode.DECISION_INCOMPLETE);
        }
        var attributes = new TreeMap<String, String>();
        attributes.put("outcome", body.path("decision").asText());
        attributes.put("ground", destroys ? "none" : body.path("ground").asText());
        if (!destroys) {
            attributes.put("until", Call.date(body, "until").toString());
        }
        return attributes;
    }

    private static boolean isRetryable(Throwable failed) {
        return failed instanceof ProblemException problem && problem.problem().retryable();
    }
}
