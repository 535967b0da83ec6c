// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.tree;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A map of entries in sealed pages, from which an entry can be destroyed so that no old copy of a page opens any more:
 * the pages on its path are rewritten under new keys up to a new root key, and the old root key is destroyed (Reardon,
 * Ritzdorf, Basin and Capkun, "Secure Data Deletion from Persistent Media", CCS 2013). Changes are in memory until
 * {@link #commit()}. For one thread; after any exception the tree must be opened again.
 */
public final class EncryptedTree {

    /** Longest key in bytes. */
    public static final int LONGEST_KEY = 200;
    /** Longest value in bytes; several entries fit in a page, so that a split always helps. */
    public static final int LONGEST_VALUE = 1500;

    private final RootKeyFile rootKeyFile;
    private final PageTable table;
    private final PageCipher cipher;
    private final TreePages pages;
    private final Consumer<CommitStage> stages;
    private RootKeys keys;

    private EncryptedTree(
            RootKeyFile rootKeyFile,
            PageTable table,
            PageCipher cipher,
            TreePages pages,
            RootKeys keys,
            Consumer<CommitStage> stages) {
        this.rootKeyFile = rootKeyFile;
        this.table = table;
        this.cipher = cipher;
        this.pages = pages;
        this.keys = keys;
        this.stages = stages;
    }

    /**
     * Opens the tree, creates it where neither key nor pages exist, and ends a commit that was interrupted.
     *
     * @param connection without auto-commit; the tree commits on it
     * @param stages told after each stage of a commit that destroys
     */
    public static EncryptedTree open(RootKeyFile rootKeyFile, Connection connection, Consumer<CommitStage> stages)
            throws TreeException, SQLException {
        PageTable table = new PageTable(connection);
        boolean empty = table.highest() < 0;
        Optional<RootKeys> stored = rootKeyFile.read();
        if (stored.isEmpty() && !empty) {
            throw new TreeException("The database holds pages, but rootStore holds no root key. Bring back the replica "
                    + "of rootStore; without it no link can be opened.");
        }
        if (stored.isPresent() && stored.get().state() != RootKeys.State.FRESH && empty) {
            throw new TreeException("rootStore holds a root key, but the database holds no page. Check database.url.");
        }
        return empty ? create(rootKeyFile, table, stored, stages) : reopen(rootKeyFile, table, stored.get(), stages);
    }

    private static EncryptedTree create(
            RootKeyFile rootKeyFile, PageTable table, Optional<RootKeys> stored, Consumer<CommitStage> stages)
            throws TreeException, SQLException {
        RootKeys keys = stored.orElseGet(RootKeys::fresh);
        rootKeyFile.write(keys);
        PageCipher cipher = new PageCipher(keys.treeId());
        TreePages pages = TreePages.create(table, cipher);
        EncryptedTree tree = new EncryptedTree(rootKeyFile, table, cipher, pages, keys, stages);
        tree.commit();
        tree.settleRootKey(keys.active());
        return tree;
    }

    private static EncryptedTree reopen(
            RootKeyFile rootKeyFile, PageTable table, RootKeys stored, Consumer<CommitStage> stages)
            throws TreeException, SQLException {
        PageCipher cipher = new PageCipher(stored.treeId());
        RootPage root = RootPage.open(table, cipher, stored);
        TreePages pages = new TreePages(table, cipher, root.page());
        EncryptedTree tree = new EncryptedTree(rootKeyFile, table, cipher, pages, stored, stages);
        if (stored.state() != RootKeys.State.SETTLED) {
            tree.settleRootKey(root.key());
        }
        return tree;
    }

    public Optional<byte[]> get(byte[] key) throws TreeException, SQLException {
        return pages.leafOf(key).get(key);
    }

    /** Adds or replaces an entry; what it replaces may stay readable in old copies of the page. */
    public void put(byte[] key, byte[] value) throws TreeException, SQLException {
        LeafPage leaf = pages.leafOf(key);
        if (key.length > LONGEST_KEY || value.length > LONGEST_VALUE) {
            throw new IllegalArgumentException("entry too long");
        }
        leaf.put(key, value);
        pages.change(leaf);
    }

    /** Replaces an entry so that its old value is destroyed by the commit. */
    public void replace(byte[] key, byte[] value) throws TreeException, SQLException {
        pages.leafOf(key).demandNewKey();
        put(key, value);
    }

    /** Removes an entry so that it is destroyed by the commit. */
    public void destroy(byte[] key) throws TreeException, SQLException {
        LeafPage leaf = pages.leafOf(key);
        if (leaf.remove(key)) {
            leaf.demandNewKey();
            pages.change(leaf);
        }
    }

    public boolean changed() {
        return !pages.changed().isEmpty();
    }

    /** Visits every committed entry. @return the number of pages */
    public long walk(TreeWalk.Visitor visitor) throws TreeException, SQLException {
        return TreeWalk.walk(table, cipher, pages.root(), visitor);
    }

    /**
     * Makes the changes durable. If any of them destroys, the next root key is written down first, so that a stop at
     * any moment leaves either the old state or the new one.
     *
     * @return whether something was destroyed
     */
    public boolean commit() throws TreeException, SQLException {
        boolean destroys = renewKeys();
        byte[] rootKey = destroys ? Secrets.random(PageCipher.KEY_LENGTH) : keys.active();
        if (destroys) {
            rootKeyFile.write(keys.pending(rootKey));
            stages.accept(CommitStage.NEXT_KEY_WRITTEN);
        }
        table.write(seal(rootKey));
        table.commit();
        if (destroys) {
            stages.accept(CommitStage.PAGES_COMMITTED);
            settleRootKey(rootKey);
            stages.accept(CommitStage.OLD_KEY_DESTROYED);
        }
        pages.settle();
        return destroys;
    }

    private void settleRootKey(byte[] key) throws TreeException {
        keys = keys.settled(key);
        rootKeyFile.write(keys);
    }

    private boolean renewKeys() {
        Set<Page> renewed = new HashSet<>();
        boolean any = false;
        for (Page page : List.copyOf(pages.changed())) {
            if (page.takeDemandForNewKey()) {
                any = true;
                renewUpwards(page, renewed);
            }
        }
        return any;
    }

    private void renewUpwards(Page from, Set<Page> renewed) {
        Page page = from;
        while (page != pages.root() && renewed.add(page)) {
            NodePage parent = TreePages.parentOf(page);
            parent.newKey(page);
            pages.changed().add(parent);
            page = parent;
        }
    }

    private Map<Long, byte[]> seal(byte[] rootKey) {
        Map<Long, byte[]> sealed = new TreeMap<>();
        for (Page page : pages.changed()) {
            byte[] key =
                    page == pages.root() ? rootKey : TreePages.parentOf(page).key(page.firstSlot());
            sealed.put(page.number, cipher.seal(key, page.number, page.plain()));
        }
        return sealed;
    }
}
