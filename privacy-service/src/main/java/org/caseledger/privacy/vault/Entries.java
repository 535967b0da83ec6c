// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.caseledger.privacy.tree.EncryptedTree;
import org.caseledger.privacy.tree.TreeException;

/**
 * Values of any length over the tree's short ones. A tree key is kind (1 byte), part (1 byte), id; the value of part 0
 * begins with the number of parts (1 byte).
 */
final class Entries {

    private static final int PART_LENGTH = 1200;
    private static final int MOST_PARTS = 255;

    /** What an id names; the letter is part of the stored format. */
    enum Kind {
        LINK('L'),
        HANDLE('H'),
        FILE_NUMBER('F'),
        REQUEST('R');

        private final byte letter;

        Kind(char letter) {
            this.letter = (byte) letter;
        }

        boolean names(byte[] treeKey) {
            return treeKey[0] == letter;
        }

        /** Whether a tree key is the first part of an entry of this kind. */
        boolean begins(byte[] treeKey) {
            return treeKey[0] == letter && treeKey[1] == 0;
        }
    }

    private final EncryptedTree tree;

    Entries(EncryptedTree tree) {
        this.tree = tree;
    }

    Optional<byte[]> read(Kind kind, byte[] id) throws TreeException {
        try {
            Optional<byte[]> first = tree.get(treeKey(kind, 0, id));
            return first.isEmpty() ? first : Optional.of(join(kind, id, first.get()));
        } catch (SQLException e) {
            throw away(e);
        }
    }

    /** Adds or changes; what it replaces need not be destroyed. */
    void write(Kind kind, byte[] id, byte[] value) throws TreeException {
        store(kind, id, value, false);
    }

    /** Changes so that the old value is destroyed. */
    void overwrite(Kind kind, byte[] id, byte[] value) throws TreeException {
        store(kind, id, value, true);
    }

    void destroy(Kind kind, byte[] id) throws TreeException {
        try {
            destroyFrom(0, parts(kind, id), kind, id);
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private void store(Kind kind, byte[] id, byte[] value, boolean destroyOld) throws TreeException {
        byte[] counted = new byte[value.length + 1];
        System.arraycopy(value, 0, counted, 1, value.length);
        int parts = (counted.length + PART_LENGTH - 1) / PART_LENGTH;
        if (parts > MOST_PARTS) {
            throw new TreeException("A record is longer than the vault takes.");
        }
        counted[0] = (byte) parts;
        try {
            destroyFrom(parts, parts(kind, id), kind, id);
            for (int part = 0; part < parts; part++) {
                byte[] piece = Arrays.copyOfRange(
                        counted, part * PART_LENGTH, Math.min(counted.length, (part + 1) * PART_LENGTH));
                if (destroyOld) {
                    tree.replace(treeKey(kind, part, id), piece);
                } else {
                    tree.put(treeKey(kind, part, id), piece);
                }
            }
        } catch (SQLException e) {
            throw away(e);
        }
    }

    private byte[] join(Kind kind, byte[] id, byte[] first) throws TreeException, SQLException {
        SortedMap<Integer, byte[]> pieces = new TreeMap<>(Map.of(0, first));
        for (int part = 1; part < Byte.toUnsignedInt(first[0]); part++) {
            Optional<byte[]> piece = tree.get(treeKey(kind, part, id));
            if (piece.isPresent()) {
                pieces.put(part, piece.get());
            }
        }
        return join(pieces);
    }

    /** Puts parts 0, 1, … together. @throws TreeException if one is missing */
    static byte[] join(SortedMap<Integer, byte[]> pieces) throws TreeException {
        byte[] first = pieces.getOrDefault(0, new byte[1]);
        if (Byte.toUnsignedInt(first[0]) != pieces.size()) {
            throw new TreeException("A record is incomplete. Restore from the replica.");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        pieces.values().forEach(whole::writeBytes);
        return Arrays.copyOfRange(whole.toByteArray(), 1, whole.size());
    }

    private int parts(Kind kind, byte[] id) throws TreeException, SQLException {
        return tree.get(treeKey(kind, 0, id))
                .map(first -> Byte.toUnsignedInt(first[0]))
                .orElse(0);
    }

    private void destroyFrom(int from, int to, Kind kind, byte[] id) throws TreeException, SQLException {
        for (int part = from; part < to; part++) {
            tree.destroy(treeKey(kind, part, id));
        }
    }

    static byte[] id(byte[] treeKey) {
        return Arrays.copyOfRange(treeKey, 2, treeKey.length);
    }

    private static byte[] treeKey(Kind kind, int part, byte[] id) {
        return ByteBuffer.allocate(2 + id.length)
                .put(kind.letter)
                .put((byte) part)
                .put(id)
                .array();
    }

    private static TreeException away(SQLException e) {
        return new TreeException("The database does not answer. Check that PostgreSQL runs and may be reached.", e);
    }
}
