// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals pages as the page of formats says; written for these tests, from that page. */
final class SealedTree {

    private final Random random = new Random(20150309);
    private final byte[] treeId = bytes(16);

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A root page whose 64 slots all name page 1 under this key. */
    byte[] node(byte[] rootKey, byte[] childKey) {
        ByteBuffer content = ByteBuffer.allocate(4000).put((byte) 1);
        for (int slot = 0; slot < 64; slot++) {
            content.putLong(1).put(childKey);
        }
        return seal(rootKey, 0, content.put(bytes(32)).array());
    }

    /** A leaf with one link and its two lookup entries. */
    byte[] leaf(byte[] key, String fileNumber, String caseId, String handle) {
        byte[] caseBytes = HexFormat.of().parseHex(caseId);
        String json = "{\"v\":1,\"caseId\":\"" + caseId + "\",\"handle\":\"" + handle + "\",\"fileNumber\":\""
                + fileNumber + "\"}";
        ByteBuffer content = ByteBuffer.allocate(4000).put((byte) 2).putShort((short) 3);
        entry(content, 'F', fileNumber.getBytes(StandardCharsets.UTF_8), caseBytes);
        entry(content, 'H', handle.getBytes(StandardCharsets.US_ASCII), caseBytes);
        entry(content, 'L', caseBytes, json.getBytes(StandardCharsets.UTF_8));
        return seal(key, 1, content.array());
    }

    /** A settled root key file with this active key. */
    byte[] rootFile(byte[] activeKey) {
        byte[] magic = "CLROOT1\n".getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(121)
                .put(magic)
                .put(treeId)
                .put((byte) 1)
                .put(activeKey)
                .put(bytes(64))
                .array();
    }

    private static void entry(ByteBuffer content, char kind, byte[] id, byte[] value) {
        content.put((byte) (id.length + 2)).put((byte) kind).put((byte) 0).put(id);
        content.putShort((short) (value.length + 1)).put((byte) 1).put(value);
    }

    private byte[] seal(byte[] key, long number, byte[] content) {
        try {
            byte[] nonce = bytes(12);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
            cipher.updateAAD("caseledger/page/1".getBytes(StandardCharsets.US_ASCII));
            cipher.updateAAD(treeId);
            cipher.updateAAD(ByteBuffer.allocate(8).putLong(number).array());
            byte[] sealed = Arrays.copyOf(nonce, 4028);
            cipher.doFinal(content, 0, content.length, sealed, 12);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
