// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.crypto;

import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in the forms that the ledger needs. */
public final class Hashes {
    private Hashes() {}

    /** SHA-256 of the joined parts, 32 bytes. */
    public static ByteString sha256(ByteString... parts) {
        MessageDigest digest = newSha256();
        for (ByteString part : parts) {
            digest.update(part.asReadOnlyByteBuffer());
        }
        return ByteString.copyFrom(digest.digest());
    }

    /** SHA-256 of the joined parts, 32 bytes. */
    public static ByteString sha256(Iterable<ByteString> parts) {
        MessageDigest digest = newSha256();
        parts.forEach(part -> digest.update(part.asReadOnlyByteBuffer()));
        return ByteString.copyFrom(digest.digest());
    }

    /** Lowercase hex. */
    public static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256; this one does not.", e);
        }
    }
}
