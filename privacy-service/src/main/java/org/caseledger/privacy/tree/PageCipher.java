// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals pages of {@value #PLAIN_LENGTH} bytes with AES-256-GCM (NIST SP 800-38D). A sealed page is nonce, ciphertext
 * and tag; tree id and page number are authenticated with it, so that a page read back from another place fails.
 */
final class PageCipher {

    static final int PLAIN_LENGTH = 4000;
    static final int KEY_LENGTH = 32;
    static final int SEALED_LENGTH = 12 + PLAIN_LENGTH + 16;

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] DOMAIN = "caseledger/page/1".getBytes(StandardCharsets.US_ASCII);

    private final byte[] treeId;

    PageCipher(byte[] treeId) {
        this.treeId = treeId.clone();
    }

    byte[] seal(byte[] key, long number, byte[] plain) {
        byte[] nonce = Secrets.random(NONCE_LENGTH);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, number);
            byte[] sealed = new byte[SEALED_LENGTH];
            System.arraycopy(nonce, 0, sealed, 0, NONCE_LENGTH);
            cipher.doFinal(plain, 0, PLAIN_LENGTH, sealed, NONCE_LENGTH);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is part of every Java platform", e);
        }
    }

    /** @throws TreeException if the page was not sealed with this key for this number */
    byte[] open(byte[] key, long number, byte[] sealed) throws TreeException {
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, number);
            return cipher.doFinal(sealed, NONCE_LENGTH, sealed.length - NONCE_LENGTH);
        } catch (AEADBadTagException e) {
            throw new TreeException("Page " + number + " does not open with its key.", e);
        } catch (GeneralSecurityException e) {
            throw new TreeException("Page " + number + " is damaged.", e);
        }
    }

    private Cipher cipher(int mode, byte[] key, byte[] nonceFirst, long number) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonceFirst, 0, NONCE_LENGTH));
        cipher.updateAAD(DOMAIN);
        cipher.updateAAD(treeId);
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return cipher;
    }
}
