// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.caseledger.privacy.tree.TreeFixture.bytes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.caseledger.network.postgres.DatabaseAccess;
import org.caseledger.privacy.attack.StorageAttacker;
import org.caseledger.privacy.fixture.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A commit that destroys stops between two stages; opening again decides what happened. */
final class InterruptedCommitIT {

    private static final DatabaseAccess DATABASE = Database.fresh();
    private static final byte[] VICTIM = bytes("victim");
    private static final byte[] OTHER = bytes("other");

    private final Path directory;

    InterruptedCommitIT(@TempDir Path directory) {
        this.directory = directory;
    }

    private static final class Killed extends RuntimeException {}

    @ParameterizedTest
    @EnumSource(CommitStage.class)
    void a_stop_after_any_stage_leaves_the_old_state_or_the_new_one(CommitStage killedAfter) throws Exception {
        try (TreeFixture fixture = new TreeFixture(DATABASE, directory)) {
            fixture.tree().put(VICTIM, bytes("victim's"));
            fixture.tree().put(OTHER, bytes("other's"));
            fixture.commit();
            fixture.reopen(stage -> {
                if (stage == killedAfter) {
                    throw new Killed();
                }
            });
            fixture.tree().destroy(VICTIM);
            assertThatThrownBy(() -> fixture.tree().commit()).isInstanceOf(Killed.class);

            fixture.reopen();

            boolean committed = killedAfter != CommitStage.NEXT_KEY_WRITTEN;
            assertThat(fixture.tree().get(VICTIM).isPresent()).isEqualTo(!committed);
            assertThat(fixture.tree().get(OTHER)).contains(bytes("other's"));
            assertThat(state()).isEqualTo(RootKeys.State.SETTLED.code());
            assertThat(recovered(fixture).contains("victimvictim's")).isEqualTo(!committed);
        }
    }

    @Test
    void a_destruction_after_an_interrupted_one_leaves_nothing() throws Exception {
        try (TreeFixture fixture = new TreeFixture(DATABASE, directory)) {
            fixture.tree().put(VICTIM, bytes("victim's"));
            fixture.commit();
            fixture.reopen(stage -> {
                throw new Killed();
            });
            fixture.tree().destroy(VICTIM);
            assertThatThrownBy(() -> fixture.tree().commit()).isInstanceOf(Killed.class);
            fixture.reopen();

            fixture.tree().destroy(VICTIM);
            fixture.commit();

            assertThat(recovered(fixture)).isEmpty();
        }
    }

    @Test
    void a_lost_root_key_and_a_wrong_database_are_said_in_a_sentence() throws Exception {
        try (TreeFixture fixture = new TreeFixture(DATABASE, directory)) {
            Path file = directory.resolve("root.key");
            byte[] key = Files.readAllBytes(file);
            Files.delete(file);
            assertThatThrownBy(fixture::reopen)
                    .isInstanceOf(TreeException.class)
                    .hasMessageContaining("Bring back the replica of rootStore");

            byte[] damaged = key.clone();
            damaged[30] ^= 1;
            Files.write(file, damaged);
            assertThatThrownBy(fixture::reopen)
                    .isInstanceOf(TreeException.class)
                    .hasMessageContaining("damaged");

            Files.write(file, key);
            fixture.reopen();
        }
    }

    @Test
    void pages_from_before_a_destruction_do_not_open_with_the_key_from_after_it() throws Exception {
        try (TreeFixture fixture = new TreeFixture(DATABASE, directory)) {
            fixture.tree().put(VICTIM, bytes("victim's"));
            fixture.commit();
            byte[] before = Files.readAllBytes(directory.resolve("root.key"));
            fixture.tree().destroy(VICTIM);
            fixture.commit();

            Files.write(directory.resolve("root.key"), before);

            assertThatThrownBy(fixture::reopen)
                    .isInstanceOf(TreeException.class)
                    .hasMessageContaining("not of one time");
        }
    }

    @Test
    void the_root_key_is_readable_by_its_owner_alone() throws Exception {
        try (TreeFixture fixture = new TreeFixture(DATABASE, directory.resolve("store"))) {
            assertThat(fixture.countPages()).isEqualTo(2);
            assertThat(Files.getPosixFilePermissions(directory.resolve("store")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(Files.getPosixFilePermissions(directory.resolve("store").resolve("root.key")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(directory.resolve("store").resolve("root.key")).hasSize(121);
        }
    }

    private Set<String> recovered(TreeFixture fixture) throws Exception {
        return StorageAttacker.recover(Files.readAllBytes(directory.resolve("root.key")), fixture.history());
    }

    private byte state() throws Exception {
        return Files.readAllBytes(directory.resolve("root.key"))[24];
    }
}
