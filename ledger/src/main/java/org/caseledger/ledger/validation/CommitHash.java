// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.Map;
import org.caseledger.ledger.crypto.Hashes;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.Version;
import org.caseledger.ledger.state.WorldState.StateUpdate;

/**
 * The hash that peers compare to see that they committed the same: flags and sorted updates of a block, chained. The
 * updates are encoded as Fabric's internal {@code Updates} message, field by field.
 */
final class CommitHash {
    private static final int UPDATE = 1;
    private static final int NAMESPACE = 1;
    private static final int KEY = 3;
    private static final int IS_DELETE = 4;
    private static final int VALUE = 5;
    private static final int VERSION = 6;

    private CommitHash() {}

    /** The hash after a block; {@code updates} must be sorted. */
    static ByteString of(ByteString flags, Map<StateKey, StateUpdate> updates, ByteString previous) {
        return Hashes.sha256(varint(flags.size()), flags, encode(updates), previous);
    }

    private static ByteString varint(int value) {
        return written(out -> out.writeUInt32NoTag(value));
    }

    private static ByteString encode(Map<StateKey, StateUpdate> updates) {
        return written(out -> {
            String before = "";
            for (Map.Entry<StateKey, StateUpdate> entry : updates.entrySet()) {
                String namespace = entry.getKey().namespace();
                if (!namespace.isEmpty()) {
                    String shown = namespace.equals(before) ? "" : namespace;
                    out.writeBytes(UPDATE, update(shown, entry.getKey().key(), entry.getValue()));
                    before = namespace;
                }
            }
        });
    }

    private static ByteString update(String namespace, String key, StateUpdate update) {
        return written(out -> {
            if (!namespace.isEmpty()) {
                out.writeString(NAMESPACE, namespace);
            }
            if (!key.isEmpty()) {
                out.writeBytes(KEY, ByteString.copyFromUtf8(key));
            }
            ByteString value = update.value();
            if (value == null) {
                out.writeBool(IS_DELETE, true);
            } else {
                out.writeBytes(VALUE, value);
            }
            out.writeBytes(VERSION, version(update.version()));
        });
    }

    private static ByteString version(Version version) {
        return ordered(version.block()).concat(ordered(version.transaction()));
    }

    /** A number as its length in bytes followed by these bytes, so that the order of bytes is that of numbers. */
    private static ByteString ordered(long number) {
        if (number == 0) {
            return ByteString.copyFrom(new byte[] {0});
        }
        byte[] bytes = BigInteger.valueOf(number).toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        ByteString content = ByteString.copyFrom(bytes, from, bytes.length - from);
        return ByteString.copyFrom(new byte[] {(byte) content.size()}).concat(content);
    }

    private interface Writing {
        void to(CodedOutputStream out) throws IOException;
    }

    private static ByteString written(Writing writing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            writing.to(out);
            out.flush();
            return ByteString.copyFrom(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written.", e);
        }
    }
}
