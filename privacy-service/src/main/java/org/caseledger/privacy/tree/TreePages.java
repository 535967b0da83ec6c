// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The part of the tree that is in memory: nodes stay, clean leaves come and go; changed pages wait for the commit. */
final class TreePages {

    private static final int CACHED_LEAVES = 8192;

    private final PageTable table;
    private final PageCipher cipher;
    private final NodePage root;
    private final KeyHash hash;
    private final Map<Long, LeafPage> leaves = new LinkedHashMap<>(256, 0.75f, true);
    private final Set<Page> changed = new LinkedHashSet<>();
    private long nextNumber;

    TreePages(PageTable table, PageCipher cipher, NodePage root) throws SQLException {
        this.table = table;
        this.cipher = cipher;
        this.root = root;
        this.hash = new KeyHash(root.hashKey());
        this.nextNumber = table.highest() + 1;
    }

    /** A new tree: the root page and one leaf for every slot, both waiting for the commit. */
    static TreePages create(PageTable table, PageCipher cipher) throws SQLException {
        NodePage root = new NodePage(TreeWalk.ROOT_PAGE, 0);
        TreePages pages = new TreePages(table, cipher, root);
        pages.nextNumber = TreeWalk.ROOT_PAGE + 1;
        LeafPage leaf = pages.newLeaf();
        root.place(leaf, 0, NodePage.FANOUT);
        pages.changed.add(root);
        return pages;
    }

    LeafPage leafOf(byte[] entryKey) throws TreeException, SQLException {
        byte[] way = hash.of(entryKey);
        NodePage node = root;
        while (true) {
            int slot = KeyHash.slot(way, node.depth);
            Page child = node.child(slot);
            if (child == null) {
                child = load(node, slot);
            }
            if (child instanceof LeafPage leaf) {
                leaves.get(leaf.number);
                return leaf;
            }
            node = (NodePage) child;
        }
    }

    void change(LeafPage leaf) {
        changed.add(leaf);
        if (leaf.overflows()) {
            split(leaf);
        }
    }

    Set<Page> changed() {
        return changed;
    }

    NodePage root() {
        return root;
    }

    /** The pages are durable: forget that they changed, and let go of the leaves that were used longest ago. */
    void settle() {
        changed.clear();
        Iterator<LeafPage> oldest = leaves.values().iterator();
        for (int surplus = leaves.size() - CACHED_LEAVES; surplus > 0; surplus--) {
            LeafPage leaf = oldest.next();
            parentOf(leaf).forget(leaf);
            oldest.remove();
        }
    }

    static NodePage parentOf(Page page) {
        NodePage parent = page.parent();
        if (parent == null) {
            throw new IllegalStateException("only the root page has no parent");
        }
        return parent;
    }

    private Page load(NodePage node, int slot) throws TreeException, SQLException {
        long number = node.number(slot);
        byte[] sealed = table.read(List.of(number)).get(number);
        Page child = TreeWalk.parse(number, node.depth + 1, cipher.open(node.key(slot), number, require(sealed)));
        node.attach(child, slot);
        if (child instanceof LeafPage leaf) {
            leaves.put(number, leaf);
        }
        return child;
    }

    private static byte[] require(byte @Nullable [] sealed) throws TreeException {
        if (sealed == null) {
            throw new TreeException("A page is missing in the database. Restore the database from its replica.");
        }
        return sealed;
    }

    private LeafPage newLeaf() {
        LeafPage leaf = new LeafPage(nextNumber++);
        leaves.put(leaf.number, leaf);
        changed.add(leaf);
        return leaf;
    }

    /**
     * Both halves get a new key: an old copy of the leaf also holds what moves away, and must not open any more once a
     * path of either half was rewritten.
     */
    private void split(LeafPage leaf) {
        NodePage parent = leaf.width() > 1 ? parentOf(leaf) : pushDown(leaf);
        int first = leaf.firstSlot();
        int half = leaf.width() / 2;
        LeafPage right = newLeaf();
        parent.place(right, first + half, half);
        parent.place(leaf, first, half);
        changed.add(parent);
        for (byte[] key : new ArrayList<>(leaf.entries().keySet())) {
            if (KeyHash.slot(hash.of(key), parent.depth) >= first + half) {
                right.put(key, leaf.get(key).orElseThrow());
                leaf.remove(key);
            }
        }
        change(leaf);
        change(right);
    }

    private NodePage pushDown(LeafPage leaf) {
        NodePage parent = parentOf(leaf);
        NodePage between = new NodePage(nextNumber++, parent.depth + 1);
        parent.place(between, leaf.firstSlot(), 1);
        between.place(leaf, 0, NodePage.FANOUT);
        changed.add(parent);
        changed.add(between);
        return between;
    }
}
