// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Opens sealed pages without asking for their authentication: GCM encrypts in counter mode, the first block under the
 * counter 2 (NIST SP 800-38D, 7.1), so that nonce and key are enough. An attacker need not know tree id or page number,
 * and reads a page whose tag or end is gone.
 */
final class SealedPage {

    /** Nonce, ciphertext and tag. */
    static final int LENGTH = 4028;

    private static final int NONCE = 12;
    private static final int CONTENT = 4000;
    private static final int BLOCK = 16;
    private static final int FIRST_COUNTER = 2;
    private static final int AT_A_TIME = 1024;

    private final byte[] counters = new byte[AT_A_TIME * BLOCK];
    private final byte[] stream = new byte[AT_A_TIME * BLOCK];
    private final byte[] head = new byte[BLOCK];

    /** Tries a key at every position and hands over each content that begins like a page; its end may be rubbish. */
    void tryKey(Window window, Key key, int[] positions, int count, Consumer<byte[]> found) {
        try {
            Cipher blocks = blockCipher(key);
            for (int from = 0; from < count; from += AT_A_TIME) {
                tryBatch(blocks, window, key, positions, from, Math.min(AT_A_TIME, count - from), found);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no AES", e);
        }
    }

    @SuppressWarnings("InsecureCipherMode") // one block at a time is how counter mode is computed by hand
    private static Cipher blockCipher(Key key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.bytes(), "AES"));
        return cipher;
    }

    private void tryBatch(
            Cipher blocks, Window window, Key key, int[] positions, int from, int size, Consumer<byte[]> found)
            throws GeneralSecurityException {
        for (int i = 0; i < size; i++) {
            System.arraycopy(window.bytes(), positions[from + i], counters, i * BLOCK, NONCE);
            counters[i * BLOCK + BLOCK - 1] = FIRST_COUNTER;
        }
        blocks.update(counters, 0, size * BLOCK, stream, 0);
        for (int i = 0; i < size; i++) {
            int position = positions[from + i];
            int first = (window.bytes()[position + NONCE] ^ stream[i * BLOCK]) & 0xff;
            if (first == PageContent.NODE || first == PageContent.LEAF) {
                tryHead(window, key, position, i * BLOCK, found);
            }
        }
    }

    private void tryHead(Window window, Key key, int position, int inStream, Consumer<byte[]> found)
            throws GeneralSecurityException {
        for (int i = 0; i < BLOCK; i++) {
            head[i] = (byte) (window.bytes()[position + NONCE + i] ^ stream[inStream + i]);
        }
        if (PageContent.beginsLikeOne(head)) {
            found.accept(decrypt(window, key, position));
        }
    }

    private static byte[] decrypt(Window window, Key key, int position) throws GeneralSecurityException {
        byte[] counter = Arrays.copyOf(Arrays.copyOfRange(window.bytes(), position, position + NONCE), BLOCK);
        counter[BLOCK - 1] = FIRST_COUNTER;
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key.bytes(), "AES"), new IvParameterSpec(counter));
        int available = Math.min(CONTENT, window.length() - position - NONCE);
        return cipher.doFinal(window.bytes(), position + NONCE, available);
    }
}
