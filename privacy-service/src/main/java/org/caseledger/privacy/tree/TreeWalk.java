// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads every entry of a tree from storage alone, beginning at the root key. */
public final class TreeWalk {

    static final long ROOT_PAGE = 0;

    private final PageTable table;
    private final PageCipher cipher;
    private long pages;

    private TreeWalk(PageTable table, PageCipher cipher) {
        this.table = table;
        this.cipher = cipher;
    }

    /** What is done with each entry; key and value are the visitor's own copies. */
    @FunctionalInterface
    public interface Visitor {
        void entry(byte[] key, byte[] value) throws TreeException;
    }

    /**
     * Walks what a root key file and a database hold now, without changing either.
     *
     * @return the number of pages that were opened
     * @throws TreeException if no root key opens the root page, or a page is damaged
     */
    public static long walk(RootKeyFile rootKeyFile, Connection connection, Visitor visitor)
            throws TreeException, SQLException {
        RootKeys keys = rootKeyFile.read().orElseThrow(() -> new TreeException("There is no root key."));
        PageTable table = new PageTable(connection);
        PageCipher cipher = new PageCipher(keys.treeId());
        return walk(table, cipher, RootPage.open(table, cipher, keys).page(), visitor);
    }

    static long walk(PageTable table, PageCipher cipher, NodePage root, Visitor visitor)
            throws TreeException, SQLException {
        TreeWalk walk = new TreeWalk(table, cipher);
        walk.pages = 1;
        walk.visit(root, visitor);
        return walk.pages;
    }

    static Page parse(long number, int depth, byte[] plain) throws TreeException {
        return switch (plain[0]) {
            case NodePage.KIND -> new NodePage(number, depth, plain);
            case LeafPage.KIND -> new LeafPage(number, plain);
            default -> throw new TreeException("Page " + number + " is of an unknown kind.");
        };
    }

    private void visit(NodePage node, Visitor visitor) throws TreeException, SQLException {
        Map<Long, byte[]> keys = new LinkedHashMap<>();
        for (int slot = 0; slot < NodePage.FANOUT; slot++) {
            keys.put(node.number(slot), node.key(slot));
        }
        Map<Long, byte[]> sealed = table.read(keys.keySet());
        for (Map.Entry<Long, byte[]> child : sealed.entrySet()) {
            long number = child.getKey();
            byte[] key = keys.getOrDefault(number, new byte[PageCipher.KEY_LENGTH]);
            Page page = parse(number, node.depth + 1, cipher.open(key, number, child.getValue()));
            pages++;
            if (page instanceof NodePage below) {
                visit(below, visitor);
            } else if (page instanceof LeafPage leaf) {
                for (Map.Entry<byte[], byte[]> entry : leaf.entries().entrySet()) {
                    visitor.entry(entry.getKey(), entry.getValue());
                }
            }
        }
    }
}
