// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.caseledger.privacy.tree.TreeFixture.bytes;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.caseledger.network.postgres.DatabaseAccess;
import org.caseledger.privacy.attack.StorageAttacker;
import org.caseledger.privacy.fixture.Database;

/** The tree against a map, and against an attacker who kept every page version there ever was. */
final class EncryptedTreeIT {

    private static final int KEYS = 40;

    private static final DatabaseAccess DATABASE = Database.fresh();

    enum Act {
        PUT,
        REPLACE,
        DESTROY,
        COMMIT,
        REOPEN
    }

    record Step(Act act, int key, int length) {}

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void behaves_like_a_map_and_leaves_nothing_of_what_was_destroyed(@ForAll("steps") List<Step> steps)
            throws Exception {
        try (TreeFixture fixture = new TreeFixture(DATABASE, Files.createTempDirectory("root-store"))) {
            Model model = new Model();
            for (Step step : steps) {
                apply(step, fixture, model);
            }
            fixture.commit();
            model.commit();
            assertHolds(fixture, model.current);
            assertNothingElseIsRecovered(fixture, model);
        }
    }

    /** What the tree must hold, and what an attacker with every old page version may at most find. */
    private static final class Model {
        private final Map<String, String> current = new TreeMap<>();
        private final Map<String, String> committed = new TreeMap<>();
        private final Set<String> destroyedKeys = new HashSet<>();
        private final Map<String, Set<String>> recoverable = new TreeMap<>();
        private int serial;

        String value(int length) {
            return "-value-" + serial++ + "-" + "x".repeat(length);
        }

        void commit() {
            destroyedKeys.forEach(recoverable::remove);
            destroyedKeys.clear();
            current.forEach((key, value) ->
                    recoverable.computeIfAbsent(key, each -> new HashSet<>()).add(key + value));
            committed.clear();
            committed.putAll(current);
        }

        void crash() {
            destroyedKeys.clear();
            current.clear();
            current.putAll(committed);
        }
    }

    private static void apply(Step step, TreeFixture fixture, Model model) throws Exception {
        String key = "key-" + step.key();
        switch (step.act()) {
            case PUT -> {
                String value = model.value(step.length());
                fixture.tree().put(bytes(key), bytes(value));
                model.current.put(key, value);
            }
            case REPLACE -> {
                String value = model.value(step.length());
                fixture.tree().replace(bytes(key), bytes(value));
                model.current.put(key, value);
                model.destroyedKeys.add(key);
            }
            case DESTROY -> {
                fixture.tree().destroy(bytes(key));
                model.current.remove(key);
                model.destroyedKeys.add(key);
            }
            case COMMIT -> {
                fixture.commit();
                model.commit();
            }
            case REOPEN -> {
                fixture.reopen();
                model.crash();
            }
        }
    }

    private static void assertHolds(TreeFixture fixture, Map<String, String> expected) throws Exception {
        Map<String, String> found = new TreeMap<>();
        fixture.tree().walk((key, value) -> found.put(text(key), text(value)));
        assertThat(found).isEqualTo(expected);
        for (int key = 0; key < KEYS; key++) {
            String name = "key-" + key;
            assertThat(fixture.tree().get(bytes(name)).map(EncryptedTreeIT::text))
                    .isEqualTo(Optional.ofNullable(expected.get(name)));
        }
    }

    private static void assertNothingElseIsRecovered(TreeFixture fixture, Model model) throws Exception {
        byte[] rootKey = Files.readAllBytes(fixture.directory().resolve("root.key"));
        Set<String> recovered = StorageAttacker.recover(rootKey, fixture.history());
        Set<String> allowed = new HashSet<>();
        model.recoverable.values().forEach(allowed::addAll);
        assertThat(recovered).isSubsetOf(allowed);
        model.current.forEach((key, value) -> assertThat(recovered).contains(key + value));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Act> acts = Arbitraries.frequency(
                Tuple.of(8, Act.PUT),
                Tuple.of(1, Act.REPLACE),
                Tuple.of(3, Act.DESTROY),
                Tuple.of(2, Act.COMMIT),
                Tuple.of(1, Act.REOPEN));
        Arbitrary<Integer> keys = Arbitraries.integers().between(0, KEYS - 1);
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 1400);
        return Combinators.combine(acts, keys, lengths)
                .as(Step::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(120);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
