// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.caseledger.network.postgres.DatabaseAccess;
import org.caseledger.privacy.fixture.Caller;
import org.caseledger.privacy.fixture.Consortium;
import org.caseledger.privacy.fixture.Futures;
import org.caseledger.privacy.fixture.Management;
import org.caseledger.privacy.fixture.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was destroyed does not come back, and a ledger that lost blocks is not believed. */
final class RestoredBackupIT {

    private static final String[] TABLES = {"page", "ledger_party", "ledger_tombstone", "feed_position"};

    private Consortium consortium;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        consortium = new Consortium(directory);
        consortium.start();
    }

    @AfterEach
    void stop() {
        consortium.close();
    }

    @Test
    void a_link_that_came_back_with_a_backup_is_destroyed_before_anybody_is_answered() throws Exception {
        Node bulgaria = consortium.bulgaria;
        consortium.claimedCase();
        bulgaria.stop();
        byte[] rootKey = Files.readAllBytes(rootKeyFile());
        copyTables("", "backup_");
        bulgaria.start();
        consortium.erase(bulgaria, consortium.openErasure());
        bulgaria.stop();

        Files.write(rootKeyFile(), rootKey);
        copyTables("backup_", "");
        bulgaria.start();

        assertThat(bulgaria.call("links/resolve", "fileNumber", Consortium.BULGARIAN_FILE)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_ledger_that_lost_blocks_is_refused_until_it_is_whole_again() throws Exception {
        Node austria = consortium.austria;
        consortium.claimedCase();
        austria.stop();
        int height = consortium.ledger.height();
        consortium.ledger.cutTo(height - 1);

        PrivacyService service = PrivacyService.create(austria.options());
        Futures.get(service.start());
        try (Caller gateway = new Caller(austria.authority().gatewayTls(), austria.authority(), service.port())) {
            Futures.await("the refusal", () -> Management.get(service.managementPort(), "/readyz")
                    .contains("shorter"));
            assertThat(gateway.post("/internal/v1/links/unclaimed", new JsonObject())
                            .status())
                    .isEqualTo(503);

            consortium.ledger.party("0".repeat(32), "requesting", "FR-DUBLIN", "FR-DUBLIN");

            Futures.await("readiness", service::isReady);
        } finally {
            Futures.get(service.close());
        }
    }

    private Path rootKeyFile() {
        return consortium.bulgaria.authority().rootStore().resolve("root.key");
    }

    private void copyTables(String from, String to) throws Exception {
        DatabaseAccess access = consortium.bulgaria.authority().database();
        try (Connection connection = DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                if (from.isEmpty()) {
                    statement.execute("CREATE TABLE " + to + table + " AS SELECT * FROM " + table);
                } else {
                    statement.execute("TRUNCATE " + table);
                    statement.execute("INSERT INTO " + table + " SELECT * FROM " + from + table);
                }
            }
        }
    }
}
