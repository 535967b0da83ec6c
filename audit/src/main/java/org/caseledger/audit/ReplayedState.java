// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.caseledger.ledger.block.WriteView;
import org.jspecify.annotations.Nullable;

/** The contract's state as the valid transactions left it, and when each key was first recorded. */
final class ReplayedState {

    private final Map<String, ByteString> values = new HashMap<>();
    private final Map<String, Instant> recordedAt = new HashMap<>();
    private final SortedSet<String> headers = new TreeSet<>();
    private Instant highest = Instant.EPOCH;

    byte @Nullable [] get(String key) {
        var value = values.get(key);
        return value == null ? null : value.toByteArray();
    }

    /**
     * The highest timestamp of a valid transaction up to and in the block that wrote the key first: a claimed time
     * alone could lie in the past.
     */
    Instant recordedAt(String key) {
        return recordedAt.getOrDefault(key, highest);
    }

    /** Keys of case and request headers, sorted. */
    SortedSet<String> headers() {
        return headers;
    }

    /** Takes notice of a valid transaction's time; all of a block's times count for the block. */
    void seen(Instant timestamp) {
        highest = timestamp.isAfter(highest) ? timestamp : highest;
    }

    void apply(WriteView write) {
        if (write.delete()) {
            values.remove(write.key());
            return;
        }
        if (values.put(write.key(), write.value()) == null) {
            recordedAt.put(write.key(), highest);
            if (write.key().startsWith("case/") || write.key().startsWith("request/")) {
                headers.add(write.key());
            }
        }
    }
}
