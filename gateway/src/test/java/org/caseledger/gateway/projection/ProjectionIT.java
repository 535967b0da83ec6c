// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.database.Database;
import org.caseledger.gateway.house.AuthorityHouse;
import org.caseledger.gateway.house.Bodies;
import org.caseledger.gateway.house.House;
import org.caseledger.gateway.http.Role;
import org.caseledger.ledger.block.BlockFile;
import org.caseledger.ledger.block.BlockView;
import org.caseledger.ledger.block.BlockViews;
import org.caseledger.network.postgres.DatabaseAccess;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The read model as a function of the blocks, whatever happens while they are read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProjectionIT {

    private static final List<String> TABLES =
            List.of("checkpoint", "docket", "entry", "party", "governance", "tombstone_batch", "change");

    private final House house;
    private final AuthorityHouse austria;
    private final List<BlockView> blocks = new ArrayList<>();

    ProjectionIT(@TempDir Path directory) throws Exception {
        house = House.start(directory, "AT-DUBLIN", "BG-DUBLIN", "DE-DUBLIN").found();
        austria = house.of("AT-DUBLIN").start();
        var api = austria.as(Role.CASEWORKER);
        for (int i = 1; i <= 3; i++) {
            var handle = api.post("/cases", Bodies.open("TEST-00030" + i)).text("/handle");
            api.post("/cases/" + handle + "/parties", Bodies.party("BG-DUBLIN"));
            api.post("/cases/" + handle + "/steps", Bodies.request("2015-03-09"));
        }
        try (var file = BlockFile.openReadOnly(house.ledger().blockFile())) {
            file.forEach(block -> blocks.add(BlockViews.of(block)));
        }
    }

    @AfterAll
    void stop() {
        house.close();
    }

    @Test
    void what_the_running_gateway_made_is_what_the_blocks_give_from_the_beginning() throws Exception {
        var fresh = house.database("projection_fresh");
        try (var database = database(fresh)) {
            project(database, blocks);
        }

        assertThat(tables(fresh)).isEqualTo(tables(access(austria.options().database())));
        assertThat(tables(fresh).get("entry")).hasSize(9);
    }

    @Test
    void a_kill_at_every_block_and_in_the_middle_of_it_changes_nothing() throws Exception {
        var killed = house.database("projection_killed");
        for (var block : blocks) {
            try (var database = database(killed)) {
                failHalfWay(database, block);
            }
            try (var database = database(killed)) {
                project(database, List.of(block));
            }
        }

        assertThat(tables(killed)).isEqualTo(tables(access(austria.options().database())));
    }

    @Test
    void a_cleared_read_model_is_made_again_the_same() throws Exception {
        var cleared = house.database("projection_cleared");
        try (var database = database(cleared)) {
            project(database, blocks);
            var before = tables(cleared);
            new ProjectionStore(database, "asylum").clear();
            assertThat(tables(cleared).values()).allMatch(List::isEmpty);
            project(database, blocks);
            assertThat(tables(cleared)).isEqualTo(before);
        }
    }

    @Test
    void a_block_that_does_not_follow_is_refused() throws Exception {
        try (var database = database(house.database("projection_gap"))) {
            project(database, blocks.subList(0, 3));

            assertThatThrownBy(() -> project(database, List.of(blocks.get(4))))
                    .isInstanceOf(DamagedBlockException.class);
            assertThatThrownBy(() -> project(database, List.of(blocks.get(2))))
                    .isInstanceOf(DamagedBlockException.class);
        }
    }

    private void project(Database database, List<BlockView> some) {
        var store = new ProjectionStore(database, "asylum");
        var projector = new BlockProjector("AT-DUBLIN", "caseledger");
        for (var block : some) {
            long before = store.checkpoint().map(Checkpoint::recordedUpTo).orElse(0L);
            store.apply(projector.project(block, before));
        }
    }

    /** The last statement of the block's transaction fails; nothing before it may remain. */
    private static void failHalfWay(Database database, BlockView block) {
        var store = new ProjectionStore(database, "asylum");
        var before = store.checkpoint();
        var whole = new BlockProjector("AT-DUBLIN", "caseledger").project(block, 0);
        var twice = new ProjectedBlock.Change(whole.number(), "twice", "{}");
        var broken = new ProjectedBlock(
                whole.number(),
                whole.previous(),
                whole.hash(),
                whole.recordedUpTo(),
                whole.dockets(),
                whole.entries(),
                whole.parties(),
                whole.governed(),
                whole.batches(),
                List.of(twice, twice),
                whole.outcomes());
        assertThatThrownBy(() -> store.apply(broken)).isInstanceOf(IllegalStateException.class);
        assertThat(store.checkpoint()).isEqualTo(before);
    }

    private Database database(DatabaseAccess access) {
        var options = new GatewayOptions.Database(access.jdbcUrl(), access.user(), access.password(), 2);
        Database.migrate(options);
        return Database.open(house.vertx(), options);
    }

    private static DatabaseAccess access(GatewayOptions.Database options) {
        var uri = java.net.URI.create(options.url().substring("jdbc:".length()));
        return new DatabaseAccess(
                uri.getHost(), uri.getPort(), uri.getPath().substring(1), options.user(), options.password());
    }

    /** Every row of every table of the read model, as text. */
    private static Map<String, List<String>> tables(DatabaseAccess access) throws SQLException {
        var all = new TreeMap<String, List<String>>();
        try (var connection = DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
                var statement = connection.createStatement()) {
            for (var table : TABLES) {
                var rows = new ArrayList<String>();
                try (var result = statement.executeQuery("SELECT t::text FROM " + table + " t ORDER BY 1")) {
                    while (result.next()) {
                        rows.add(result.getString(1));
                    }
                }
                all.put(table, rows);
            }
        }
        return all;
    }
}
