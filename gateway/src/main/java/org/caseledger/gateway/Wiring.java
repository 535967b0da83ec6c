// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.caseledger.gateway.cases.CaseReader;
import org.caseledger.gateway.cases.DocketStore;
import org.caseledger.gateway.cases.GovernanceStore;
import org.caseledger.gateway.cases.Procedures;
import org.caseledger.gateway.cases.Today;
import org.caseledger.gateway.casework.CaseLocator;
import org.caseledger.gateway.casework.Casework;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.http.ApiRouter;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.http.Contract;
import org.caseledger.gateway.http.Responder;
import org.caseledger.gateway.http.TokenVerifier;
import org.caseledger.gateway.ledger.LedgerClient;
import org.caseledger.gateway.ledger.LedgerConnection;
import org.caseledger.gateway.links.LinkHandlers;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.problem.ProblemTexts;
import org.caseledger.gateway.projection.BlockFollower;
import org.caseledger.gateway.reference.ReferenceHandlers;
import org.caseledger.gateway.requests.DataProtection;
import org.caseledger.gateway.work.WorklistHandler;
import org.caseledger.gateway.write.Ids;
import org.caseledger.gateway.write.OperationStore;
import org.caseledger.gateway.write.Outcomes;
import org.caseledger.gateway.write.RefusalWriter;
import org.caseledger.gateway.write.Resumer;
import org.caseledger.gateway.write.Submitter;
import org.caseledger.gateway.write.Workers;
import org.caseledger.gateway.write.Writes;

/** Every part of a gateway by its constructor, in the order in which they need each other. */
final class Wiring {

    private final Router router;
    private final Resumer resumer;
    private final DataProtection dataProtection;

    Wiring(
            Vertx vertx,
            GatewayOptions options,
            Clock clock,
            Workers workers,
            Database database,
            LedgerConnection connection,
            BlockFollower follower,
            MeterRegistry meters) {
        var ids = new Ids();
        var texts = new ProblemTexts();
        var links = PrivacyClient.open(vertx, options.privacy(), options.tls());
        var locator = new CaseLocator(links, options.fileNumbers());

        var governance = new GovernanceStore(database);
        var procedures = new Procedures(governance);
        var today = new Today(clock, options.country(), governance, procedures);
        var dockets = new DocketStore(database);
        var cases = new CaseReader(dockets, procedures, today);

        var operations = new OperationStore(database, clock);
        var outcomes = new Outcomes();
        var refusals = new RefusalWriter();
        var submitter = new Submitter(workers, operations, new LedgerClient(connection), outcomes, refusals);
        var limits = options.limits();
        var writes = new Writes(workers, operations, submitter, refusals, limits.patience());
        follower.listen(outcomes::take);

        this.resumer = new Resumer(vertx, workers, operations, submitter, links, clock, limits.operationsKept());
        this.dataProtection = new DataProtection(
                vertx,
                options,
                database,
                workers,
                writes,
                operations,
                dockets,
                governance,
                cases,
                today,
                locator,
                links,
                ids);

        var handlers = new HashMap<String, Function<Call, Future<Answer>>>();
        handlers.putAll(
                new Casework(workers, writes, operations, dockets, cases, locator, links, texts, ids).handlers());
        handlers.putAll(
                new WorklistHandler(options.authority(), workers, dockets, procedures, today, links).handlers());
        handlers.putAll(new LinkHandlers(links, options.fileNumbers()).handlers());
        handlers.putAll(dataProtection.handlers());
        handlers.putAll(new ReferenceHandlers(
                        options.authority(),
                        options.ledger().channel(),
                        workers,
                        governance,
                        procedures,
                        follower::state)
                .handlers());
        this.router = api(vertx, options, texts, meters, handlers);
    }

    private static Router api(
            Vertx vertx,
            GatewayOptions options,
            ProblemTexts texts,
            MeterRegistry meters,
            Map<String, Function<Call, Future<Answer>>> handlers) {
        var tokens = new TokenVerifier(vertx, options.tokens(), options.authority());
        var limits = options.limits();
        return new ApiRouter(vertx, tokens, new Responder(texts, meters), limits.body(), limits.queue())
                .build(Contract.shipped(), handlers);
    }

    Router router() {
        return router;
    }

    /** What must be done before the first call is taken. */
    Future<Void> prepare() {
        return resumer.abandon();
    }

    void start() {
        resumer.start();
        dataProtection.start();
    }

    void stop() {
        resumer.stop();
        dataProtection.stop();
    }
}
