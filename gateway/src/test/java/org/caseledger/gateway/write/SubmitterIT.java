// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.house.Await;
import org.caseledger.gateway.house.House;
import org.caseledger.gateway.ledger.BlockSource;
import org.caseledger.gateway.ledger.Endorsement;
import org.caseledger.gateway.ledger.LedgerClient;
import org.caseledger.gateway.ledger.LedgerConnection;
import org.caseledger.gateway.projection.BlockFollower;
import org.caseledger.gateway.projection.Projection;
import org.caseledger.gateway.projection.TransactionOutcome;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.Roles;
import org.caseledger.procedure.record.StepRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that is taken up again, by whoever, and at whatever moment its block comes. */
class SubmitterIT {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final Ids ids = new Ids();
    private final Outcomes outcomes = new Outcomes();
    private final List<TransactionOutcome> told = new CopyOnWriteArrayList<>();
    private final House house;
    private final Database database;
    private final OperationStore store;
    /** Apart from the database's, so that holding its event loop holds nothing else. */
    private final Vertx vertx = Vertx.vertx();

    private final Workers workers;
    private final LedgerConnection connection;
    private final LedgerClient ledger;
    private final BlockFollower follower;
    private final Submitter submitter;

    SubmitterIT(@TempDir Path directory) throws Exception {
        house = House.start(directory, "AT-DUBLIN", "BG-DUBLIN", "DE-DUBLIN").found();
        GatewayOptions options = house.of("AT-DUBLIN").options();
        Database.migrate(options.database());
        database = Database.open(house.vertx(), options.database());
        store = new OperationStore(database, Clock.systemUTC());
        workers = new Workers(vertx, 1, 64);
        connection = LedgerConnection.open(options.authority(), options.ledger());
        ledger = new LedgerClient(connection);
        follower = Projection.follower(options, database, new BlockSource(connection));
        submitter = new Submitter(workers, store, ledger, outcomes, new RefusalWriter());
    }

    @BeforeEach
    void tell() {
        follower.listen(outcomes::take);
        follower.listen(told::addAll);
    }

    @AfterEach
    void stop() {
        follower.close();
        connection.close();
        workers.close();
        vertx.close();
        database.close();
        house.close();
    }

    @Test
    void a_block_that_comes_while_a_write_is_taken_up_again_after_a_kill_is_its_end() throws Exception {
        var killed = submitted();

        var taken = pursueWhileTheBlockIsProjected(killed);

        assertThat(taken.stage()).isEqualTo(OperationStage.COMMITTED);
        assertThat(kept(killed).problem()).isNull();
    }

    @Test
    void a_copy_of_a_transaction_says_nothing_of_it() {
        var operation = submitted();
        follower.start();
        caughtUp();
        long before = house.ledger().height();

        ledger.submit(endorsed(operation).envelope());
        Await.until("the copy is in a block", SOON, () -> house.ledger().height() > before);
        caughtUp();

        assertThat(told)
                .filteredOn(outcome ->
                        outcome.transaction().equals(endorsed(operation).transaction()))
                .extracting(TransactionOutcome::code)
                .containsExactly("VALID");
    }

    @Test
    void a_write_that_was_settled_since_it_was_read_stays_settled() throws Exception {
        follower.start();
        var read = accepted();
        assertThat(get(submitter.pursue(read).settled()).stage()).isEqualTo(OperationStage.COMMITTED);

        var again = get(submitter.pursue(read).settled());

        assertThat(again.stage()).isEqualTo(OperationStage.COMMITTED);
        assertThat(kept(read).stage()).isEqualTo(OperationStage.COMMITTED);
    }

    /** Holds the event loop from the moment when the row was read until its block is in the read model. */
    private Operation pursueWhileTheBlockIsProjected(Operation operation) throws Exception {
        Promise<Operation> settled = Promise.promise();
        var read = new CountDownLatch(1);
        var projected = new CountDownLatch(1);
        vertx.getOrCreateContext().runOnContext(loop -> {
            submitter.pursue(operation).settled().onComplete(settled);
            workers.run(() -> {
                read.countDown();
                return read;
            });
            await(projected);
        });
        assertThat(read.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        follower.start();
        caughtUp();
        projected.countDown();
        return get(settled.future());
    }

    private void caughtUp() {
        Await.until(
                "the read model caught up",
                SOON,
                () -> follower.state().height() == house.ledger().height());
        Await.until("it was told", SOON, () -> !told.isEmpty());
    }

    /** In a block; the gateway was killed before it heard of that. */
    private Operation submitted() {
        var operation = accepted();
        var endorsement =
                (Endorsement.Endorsed) ledger.endorse(String.valueOf(operation.function()), argument(operation));
        var kept = operation.endorsedBy(endorsement);
        assertThat(store.advance(operation, kept)).isTrue();
        ledger.submit(endorsement.envelope());
        assertThat(ledger.status(endorsement.transaction(), SOON)).isPresent();
        return kept;
    }

    private Operation accepted() {
        var caseId = ids.next();
        var command = ids.next();
        var step = StepRecord.of(new CommandId(command), "lodged", "requesting", LocalDate.of(2015, 3, 7), Map.of());
        var argument =
                JsonNodeFactory.instance.objectNode().put("case", caseId).put("definition", "dublin3-take-back@1");
        argument.set("roles", RecordCodec.toJson(Roles.of(Map.of("requesting", List.of("AT-DUBLIN")))));
        argument.set("step", RecordCodec.toJson(step));
        var operation = Operation.ledger(
                UUID.randomUUID(), OperationKind.OPEN, "0".repeat(64), caseId, command, "cases:open", argument);
        store.begin(operation);
        assertThat(store.accept(operation.key())).isTrue();
        return operation.at(OperationStage.ACCEPTED);
    }

    private Operation kept(Operation operation) {
        return store.find(operation.key()).orElseThrow();
    }

    private static ObjectNode argument(Operation operation) {
        return Objects.requireNonNull(operation.argument());
    }

    private static Endorsement.Endorsed endorsed(Operation operation) {
        return Objects.requireNonNull(operation.endorsed());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Operation get(Future<Operation> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(SOON.toSeconds(), TimeUnit.SECONDS);
    }
}
