// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttackTest {

    private static final String CASE = "00112233445566778899aabbccddeeff";
    private static final String HANDLE = "0123456789ABCDEFGHJKMNPQRS";
    private static final String OLD_CASE = "ffeeddccbbaa99887766554433221100";
    private static final String OLD_HANDLE = "SRQPNMKJHGFEDCBA9876543210";
    private static final Link LINK = new Link("TEST-000123", CASE, HANDLE, "page");
    private static final Link OLD_LINK = new Link("TEST-000124", OLD_CASE, OLD_HANDLE, "page");

    private final SealedTree tree = new SealedTree();
    private final byte[] rootKey = tree.bytes(32);
    private final byte[] leafKey = tree.bytes(32);

    private Path data = Path.of(".");
    private Path keys = Path.of(".");

    @BeforeEach
    void make_directories(@TempDir Path directory) throws IOException {
        data = Files.createDirectory(directory.resolve("data"));
        keys = Files.createDirectory(directory.resolve("keys"));
    }

    @Test
    void the_root_key_leads_through_the_root_page_to_the_link() throws Exception {
        Files.write(keys.resolve("root.key"), tree.rootFile(rootKey));
        Files.write(data.resolve("heap"), scattered(tree.node(rootKey, leafKey), leaf()));

        assertThat(attack().links()).containsExactly(LINK);
    }

    @Test
    void another_root_key_recovers_nothing() throws Exception {
        Files.write(keys.resolve("root.key"), tree.rootFile(tree.bytes(32)));
        Files.write(data.resolve("heap"), scattered(tree.node(rootKey, leafKey), leaf()));

        Report report = attack();

        assertThat(report.links()).isEmpty();
        assertThat(report.opened()).isZero();
        assertThat(report.pages()).isEqualTo(2);
    }

    @Test
    void an_old_image_opens_while_its_key_is_alive() throws Exception {
        Files.write(keys.resolve("root.key"), tree.rootFile(rootKey));
        byte[] old = tree.leaf(leafKey, "TEST-000124", OLD_CASE, OLD_HANDLE);
        Files.write(data.resolve("heap"), scattered(leaf(), tree.node(rootKey, leafKey), old));

        assertThat(attack().links()).containsExactlyInAnyOrder(LINK, OLD_LINK);
    }

    @Test
    void an_old_image_under_a_replaced_key_stays_closed() throws Exception {
        Files.write(keys.resolve("root.key"), tree.rootFile(rootKey));
        byte[] oldKey = tree.bytes(32);
        byte[] old = tree.leaf(oldKey, "TEST-000124", OLD_CASE, OLD_HANDLE);
        byte[] oldRoot = tree.node(tree.bytes(32), oldKey);
        Files.write(data.resolve("heap"), scattered(old, oldRoot, leaf(), tree.node(rootKey, leafKey)));

        assertThat(attack().links()).containsExactly(LINK);
    }

    @Test
    void an_image_that_lost_its_end_gives_what_is_left() throws Exception {
        Files.write(keys.resolve("root.key"), tree.rootFile(rootKey));
        byte[] torn = leaf();
        Arrays.fill(torn, 1000, torn.length, (byte) 0);
        Files.write(data.resolve("heap"), scattered(torn, tree.node(rootKey, leafKey)));

        assertThat(attack().links()).containsExactly(LINK);
    }

    @Test
    void an_image_that_a_log_page_header_cuts_is_joined() throws Exception {
        Files.write(keys.resolve("root.key"), tree.rootFile(rootKey));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(new byte[6000]);
        stream.write(leaf());
        stream.write(new byte[4300]);
        stream.write(tree.node(rootKey, leafKey));
        Files.write(data.resolve("000000010000000000000001"), asLogSegment(stream.toByteArray()));

        assertThat(attack().links()).containsExactly(LINK);
    }

    @Test
    void a_file_number_in_the_clear_is_found_with_the_case_beside_it() throws Exception {
        Files.writeString(data.resolve("log"), "opened TEST-000123 as " + CASE);

        Report report = attack("--needle", "TEST-000123");

        assertThat(report.links()).containsExactly(new Link("TEST-000123", CASE, null, "clear text"));
        assertThat(report.finds()).hasSize(1);
    }

    @Test
    void arguments_that_say_nothing_to_read_are_refused() {
        assertThatThrownBy(() -> AttackOptions.parse(List.of("--needle", "TEST-000123")))
                .isInstanceOf(BadArgumentsException.class)
                .hasMessageContaining("nothing to read");
    }

    private byte[] leaf() {
        return tree.leaf(leafKey, "TEST-000123", CASE, HANDLE);
    }

    private Report attack(String... more) throws Exception {
        var arguments = new ArrayList<>(List.of("--files", data.toString(), "--keys", keys.toString()));
        arguments.addAll(List.of(more));
        return new Attack(AttackOptions.parse(arguments)).run();
    }

    /** Text and zeros between the images, so that none is aligned. */
    private static byte[] scattered(byte[]... images) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] image : images) {
            out.write("something else".getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1013]);
            out.write(new byte[] {0, 0x3f, 0, 0});
            out.write(image);
            out.write(new byte[37]);
        }
        return out.toByteArray();
    }

    private static byte[] asLogSegment(byte[] records) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = 0;
        for (int page = 0; at < records.length; page++) {
            ByteBuffer header = ByteBuffer.allocate(page == 0 ? 40 : 24).order(ByteOrder.LITTLE_ENDIAN);
            header.putShort((short) 0xd110).putShort((short) (page == 0 ? 2 : 1));
            header.putInt(1).putLong(0x1000000L + page * 8192L).putInt(17).putInt(0);
            if (page == 0) {
                header.putLong(7).putInt(1 << 24).putInt(8192);
            }
            out.write(header.array());
            int size = Math.min(8192 - header.capacity(), records.length - at);
            out.write(records, at, size);
            at += size;
        }
        return out.toByteArray();
    }
}
