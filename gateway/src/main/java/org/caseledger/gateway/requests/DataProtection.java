// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.function.Function;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.cases.CaseReader;
import org.caseledger.gateway.cases.DocketStore;
import org.caseledger.gateway.cases.GovernanceStore;
import org.caseledger.gateway.cases.Today;
import org.caseledger.gateway.casework.CaseLocator;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.http.Pages;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.write.Ids;
import org.caseledger.gateway.write.OperationStore;
import org.caseledger.gateway.write.Workers;
import org.caseledger.gateway.write.Writes;

/** The operations of the data protection desk, by their name in openapi.yaml. */
public final class DataProtection {

    private static final long RESUME_MILLIS = 3_000;

    private final Vertx vertx;
    private final Workers workers;
    private final CaseLocator locator;
    private final PrivacyClient links;
    private final Today today;
    private final RequestReader requests;
    private final RequestJson json;
    private final OpenRequestHandler open;
    private final DecisionHandler decisions;
    private final StepHandler steps;
    private final ReceiptHandler receipts;
    private final Erasure erasure;
    private volatile long timer = -1;

    public DataProtection(
            Vertx vertx,
            GatewayOptions options,
            Database database,
            Workers workers,
            Writes writes,
            OperationStore operations,
            DocketStore dockets,
            GovernanceStore governance,
            CaseReader cases,
            Today today,
            CaseLocator locator,
            PrivacyClient links,
            Ids ids) {
        this.vertx = vertx;
        this.workers = workers;
        this.locator = locator;
        this.links = links;
        this.today = today;
        var retention = new RetentionCheck(options.retention(), cases);
        var requestWrites = new RequestWrites(writes, ids);
        this.requests = new RequestReader(options.authority(), workers, dockets, links);
        this.json = new RequestJson(cases, retention);
        this.erasure = new Erasure(workers, links, requests, requestWrites, operations, today);
        this.open = new OpenRequestHandler(options.authority(), writes, workers, operations, governance, links, ids);
        this.decisions = new DecisionHandler(
                requests,
                requestWrites,
                retention,
                erasure,
                operations,
                workers,
                options.limits().patience().toMillis());
        this.steps = new StepHandler(requests, requestWrites);
        this.receipts = new ReceiptHandler(requests, new ReceiptStore(database), links, workers);
    }

    public Map<String, Function<Call, Future<Answer>>> handlers() {
        return Map.of(
                "openRequest", this::open,
                "listRequests", this::list,
                "readRequest", this::read,
                "decideRequest", this::decide,
                "recordRequestStep", this::step,
                "readReceipt", receipts::handle,
                "closeRequest", this::close);
    }

    /** Goes on with erasures that a kill or an outage left, now and from time to time. */
    public void start() {
        timer = vertx.setPeriodic(1, RESUME_MILLIS, tick -> erasure.resume());
    }

    public void stop() {
        vertx.cancelTimer(timer);
    }

    private Future<Answer> open(Call call) {
        locator.requireOurs(call.text("fileNumber"));
        return open.handle(call)
                .compose(result -> requests.read(result.operation().docket())
                        .compose(file -> workers.run(
                                () -> new Answer(201, json.render(file, today.date()), result.replayed()))));
    }

    private Future<Answer> list(Call call) {
        return requests.all()
                .compose(all -> workers.run(() -> {
                    var asOf = today.date();
                    return Answer.ok(Pages.of(call, all).render(file -> json.summary(file, asOf)));
                }));
    }

    private Future<Answer> read(Call call) {
        return requests.read(call.parameter("request"))
                .compose(file -> workers.run(
                        () -> Answer.ok(json.render(file, call.date("asOf").orElseGet(today::date)))));
    }

    private Future<Answer> decide(Call call) {
        return decisions.handle(call).compose(decided -> requests.read(decided.request())
                .compose(file -> workers.run(() -> new Answer(
                        decided.complete() ? 201 : 202, json.render(file, today.date()), decided.replayed()))));
    }

    private Future<Answer> step(Call call) {
        return steps.handle(call).compose(recorded -> requests.read(recorded.request())
                .compose(file ->
                        workers.run(() -> new Answer(201, json.render(file, today.date()), recorded.replayed()))));
    }

    private Future<Answer> close(Call call) {
        var id = call.parameter("request");
        return requests.read(id)
                .compose(file -> links.close(id))
                .compose(closed -> requests.read(id))
                .compose(file -> workers.run(() -> Answer.of(201, json.render(file, today.date()))));
    }
}
