// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.caseledger.ledger.block.BlockFile;
import org.caseledger.ledger.block.BlockFileException;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.Version;
import org.caseledger.ledger.state.WorldState;
import org.caseledger.ledger.state.WorldState.StateUpdate;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FiledStateTest {
    private Path path;
    private BlockFile file;
    private FiledState state;
    private int height;

    @BeforeEach
    void an_empty_file(@TempDir Path directory) {
        path = directory.resolve("blocks.caseledger");
        file = BlockFile.open(path);
        state = new FiledState(file::bytes);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void a_value_is_read_back_from_the_file_with_the_place_that_wrote_it() {
        apply(Map.of(key("a"), put("one", 0), key("b"), put("x".repeat(300_000), 1)));
        apply(Map.of(key("a"), put("two", 0)));

        assertThat(state.get(key("a"))).hasValueSatisfying(found -> {
            assertThat(found.value()).isEqualTo(ByteString.copyFromUtf8("two"));
            assertThat(found.version()).isEqualTo(new Version(1, 0));
        });
        assertThat(state.get(key("b"))).hasValueSatisfying(found -> {
            assertThat(found.value().size()).isEqualTo(300_000);
            assertThat(found.version()).isEqualTo(new Version(0, 1));
        });
        assertThat(state.get(key("c"))).isEmpty();
        assertThat(state.get(new StateKey("other", "a"))).isEmpty();
    }

    @Test
    void the_first_block_of_a_key_stays_until_the_key_is_deleted() {
        apply(Map.of(key("a"), put("one", 0)));
        apply(Map.of(key("a"), put("two", 0)));
        assertThat(state.firstApplied(key("a"))).isZero();

        apply(Map.of(key("a"), new StateUpdate(null, new Version(height, 0))));
        assertThat(state.get(key("a"))).isEmpty();
        assertThat(state.firstApplied(key("a"))).isNegative();

        apply(Map.of(key("a"), put("three", 0)));
        assertThat(state.firstApplied(key("a"))).isEqualTo(3);
    }

    @Test
    void a_value_whose_bytes_are_nowhere_in_the_block_is_not_lost() {
        apply(Map.of(key("a"), put("one", 0)));
        applyTo(block(Map.of()), Map.of(key("a"), put("two", 3)));
        assertThat(state.get(key("a")))
                .hasValueSatisfying(found -> assertThat(found.value()).isEqualTo(ByteString.copyFromUtf8("two")));
        assertThat(state.firstApplied(key("a"))).isZero();

        apply(Map.of(key("a"), put("three", 0)));
        assertThat(state.get(key("a")))
                .hasValueSatisfying(found -> assertThat(found.value()).isEqualTo(ByteString.copyFromUtf8("three")));
    }

    @Test
    void a_byte_that_changed_in_the_file_since_is_found() throws IOException {
        apply(Map.of(key("a"), put("a value of some length", 0)));
        byte[] bytes = Files.readAllBytes(path);
        bytes[new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("some length")] ^= 1;
        Files.write(path, bytes);

        assertThatThrownBy(() -> state.get(key("a")))
                .isInstanceOf(BlockFileException.class)
                .hasMessageContaining("changed");
    }

    @Test
    void it_says_the_same_as_the_state_in_memory_whatever_happens() {
        WorldState memory = new WorldState();
        SplittableRandom random = new SplittableRandom(11);
        for (int block = 0; block < 200; block++) {
            Map<StateKey, StateUpdate> updates = new TreeMap<>();
            for (int write = random.nextInt(8); write >= 0; write--) {
                String value = "v".repeat(1 + random.nextInt(6000)) + random.nextInt();
                updates.put(
                        new StateKey("n" + random.nextInt(2), "key-" + random.nextInt(40)),
                        random.nextInt(5) == 0 ? new StateUpdate(null, new Version(height, write)) : put(value, write));
            }
            apply(updates);
            memory.apply(block, updates);
        }
        for (String namespace : List.of("n0", "n1")) {
            for (int i = 0; i < 40; i++) {
                StateKey key = new StateKey(namespace, "key-" + i);
                assertThat(state.get(key)).isEqualTo(memory.get(key));
            }
        }
    }

    @Test
    void what_is_kept_of_a_key_does_not_grow_with_its_value_and_is_less_than_thirty_bytes() {
        for (int block = 0; block < 20; block++) {
            Map<StateKey, StateUpdate> updates = new TreeMap<>();
            for (int i = 0; i < 10_000; i++) {
                updates.put(key(block + "/" + i), put("a value of a hundred bytes ".repeat(4), i));
            }
            apply(updates);
        }
        assertThat(state.size()).isEqualTo(200_000);
        assertThat(state.bytes() / state.size()).isLessThan(30);
    }

    private StateUpdate put(String value, int transaction) {
        return new StateUpdate(ByteString.copyFromUtf8(value), new Version(height, transaction));
    }

    private static StateKey key(String name) {
        return new StateKey("n", name);
    }

    private void apply(Map<StateKey, StateUpdate> updates) {
        applyTo(block(updates), updates);
    }

    private void applyTo(Block block, Map<StateKey, StateUpdate> updates) {
        file.append(List.of(block));
        state.next(file.stored(height));
        state.apply(height, updates);
        height++;
    }

    /** A block that holds each write within some bytes of its transaction. */
    private Block block(Map<StateKey, StateUpdate> updates) {
        var transactions = new ArrayList<ByteString>();
        updates.forEach((key, update) -> {
            while (transactions.size() <= update.version().transaction()) {
                transactions.add(ByteString.copyFromUtf8("begins with something else; "));
            }
            int at = (int) update.version().transaction();
            transactions.set(at, transactions.get(at).concat(write(key.key(), update.value())));
        });
        return Block.newBuilder()
                .setHeader(BlockHeader.newBuilder().setNumber(height))
                .setData(BlockData.newBuilder().addAllData(transactions))
                .build();
    }

    private static ByteString write(String key, @Nullable ByteString value) {
        return KVRWSet.newBuilder()
                .addWrites(WritePlaces.write(key, value))
                .build()
                .toByteString();
    }
}
