// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlockFileTest {
    private static final int BLOCKS = 4;

    private Path path = Path.of("unset");

    @BeforeEach
    void inside(@TempDir Path directory) {
        path = directory.resolve("blocks");
    }

    private static Block block(long number) {
        return Block.newBuilder()
                .setHeader(BlockHeader.newBuilder().setNumber(number))
                .setData(BlockData.newBuilder()
                        .addData(ByteString.copyFrom(new byte[5 + (int) number]))
                        .addData(ByteString.copyFromUtf8("transaction of " + number)))
                .build();
    }

    /** Writes the blocks and returns where each ends. */
    private List<Long> write() throws IOException {
        List<Long> ends = new ArrayList<>();
        try (BlockFile file = BlockFile.open(path)) {
            for (int i = 0; i < BLOCKS; i++) {
                file.append(List.of(block(i)));
                ends.add(Files.size(path));
            }
        }
        return ends;
    }

    private List<Block> readAll() {
        List<Block> blocks = new ArrayList<>();
        try (BlockFile file = BlockFile.openReadOnly(path)) {
            file.forEach(blocks::add);
        }
        return blocks;
    }

    @Test
    void gives_back_what_was_appended() throws IOException {
        write();
        assertThat(readAll()).containsExactly(block(0), block(1), block(2), block(3));
    }

    @Test
    void appends_several_at_once_and_goes_on_after_reopening() {
        try (BlockFile file = BlockFile.open(path)) {
            file.append(List.of(block(0), block(1)));
            assertThat(file.height()).isEqualTo(2);
        }
        try (BlockFile file = BlockFile.open(path)) {
            file.append(List.of(block(2)));
            assertThat(file.read(2)).isEqualTo(block(2));
        }
    }

    @Test
    void refuses_a_block_that_is_not_the_next() {
        try (BlockFile file = BlockFile.open(path)) {
            assertThatThrownBy(() -> file.append(List.of(block(1)))).hasMessage("Append block 0, not 1.");
        }
    }

    @Test
    void keeps_the_whole_blocks_when_cut_at_any_byte() throws IOException {
        List<Long> ends = write();
        byte[] whole = Files.readAllBytes(path);
        for (int length = 0; length < whole.length; length++) {
            Files.write(path, Arrays.copyOf(whole, length));
            long limit = length;
            long kept = ends.stream().filter(end -> end <= limit).count();
            try (BlockFile file = BlockFile.open(path)) {
                assertThat(file.height()).as("cut at %d", length).isEqualTo(kept);
                file.append(List.of(block(kept)));
            }
            assertThat(readAll())
                    .as("cut at %d", length)
                    .hasSize((int) kept + 1)
                    .last()
                    .isEqualTo(block(kept));
        }
    }

    @Test
    void says_so_when_any_byte_was_changed() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(path);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 0x20;
            Files.write(path, damaged);
            assertThatThrownBy(() -> BlockFile.open(path))
                    .as("byte %d", at)
                    .isInstanceOfSatisfying(BlockFileException.class, e -> assertThat(e.kind())
                            .isEqualTo(BlockFileException.Kind.DAMAGED));
        }
    }

    @Test
    void takes_zeroes_after_the_last_block_for_a_torn_tail() throws IOException {
        write();
        byte[] whole = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(whole, whole.length + 5000));
        try (BlockFile file = BlockFile.open(path)) {
            assertThat(file.height()).isEqualTo(BLOCKS);
        }
        assertThat(Files.readAllBytes(path)).isEqualTo(whole);
    }

    @Test
    void leaves_a_torn_tail_alone_when_only_reading() throws IOException {
        write();
        byte[] torn = Arrays.copyOf(Files.readAllBytes(path), (int) Files.size(path) - 1);
        Files.write(path, torn);
        assertThat(readAll()).hasSize(BLOCKS - 1);
        assertThat(Files.readAllBytes(path)).isEqualTo(torn);
    }

    @Test
    void has_one_writer() {
        try (BlockFile first = BlockFile.open(path)) {
            assertThat(first.height()).isZero();
            assertThatThrownBy(() -> BlockFile.open(path)).hasMessageContaining("is in use");
        }
    }

    @Test
    void says_that_a_missing_file_cannot_be_used() {
        assertThatThrownBy(() -> BlockFile.openReadOnly(path)).hasMessageContaining("check that the path exists");
    }
}
