// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import java.util.TreeMap;
import org.caseledger.ledger.crypto.Hashes;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.Version;
import org.caseledger.ledger.state.WorldState.StateUpdate;
import org.junit.jupiter.api.Test;

class CommitHashTest {
    private static final ByteString VALID = ByteString.copyFrom(new byte[] {0});

    @Test
    void without_updates_hashes_length_flags_and_the_hash_before() {
        ByteString before = Hashes.sha256(ByteString.copyFromUtf8("before"));
        ByteString expected = Hashes.sha256(ByteString.fromHex("0100").concat(before));
        assertThat(CommitHash.of(VALID, new TreeMap<>(), before)).isEqualTo(expected);
    }

    @Test
    void encodes_updates_field_by_field() {
        TreeMap<StateKey, StateUpdate> updates = new TreeMap<>();
        updates.put(new StateKey("n", "a"), new StateUpdate(ByteString.copyFromUtf8("v"), new Version(1, 0)));
        updates.put(new StateKey("n", "b"), new StateUpdate(null, new Version(256, 300)));
        updates.put(new StateKey("", "config"), new StateUpdate(ByteString.copyFromUtf8("x"), new Version(1, 0)));
        // n: namespace "n", key "a", value "v", version 01 01 | 00
        String first = "0a0e" + "0a016e" + "1a0161" + "2a0176" + "3203010100";
        // key "b", deleted, version 02 0100 | 02 012c
        String second = "0a0d" + "1a0162" + "2001" + "3206020100" + "02012c";
        ByteString encoded = ByteString.fromHex(first + second);
        assertThat(CommitHash.of(VALID, updates, ByteString.EMPTY))
                .isEqualTo(Hashes.sha256(ByteString.fromHex("0100").concat(encoded)));
    }
}
