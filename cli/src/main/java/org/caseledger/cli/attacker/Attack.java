// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.attacker;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all evidence once for every generation of keys: those from files, those in pages that these opened, and so on
 * until no new key turns up. It keeps keys and links in memory, never the evidence.
 */
final class Attack {

    private final AttackOptions options;
    private final long deadline;
    private final List<Evidence> evidence = new ArrayList<>();
    private final KeyRing ring = new KeyRing();
    private final KeyFiles keyFiles = new KeyFiles(ring);
    private final SealedPage sealed = new SealedPage();
    private final LinkBook book = new LinkBook();
    private final ClearText clearText;
    private long pages;
    private long opened;

    Attack(AttackOptions options) {
        this.options = options;
        deadline = System.nanoTime() + options.timeLimit().toNanos();
        clearText = new ClearText(options.needles());
        options.directories().forEach(directory -> evidence.add(new FileEvidence(directory)));
        options.databases().forEach(access -> evidence.add(new DatabaseEvidence(access)));
    }

    Report run() throws IOException, SQLException {
        keyFiles.read(options.keys());
        int number = 1;
        Pass.Totals first = pass(number);
        boolean complete = !first.cutShort();
        while (complete && ring.hasWaiting()) {
            number++;
            complete = !pass(number).cutShort();
        }
        List<Link> links = new ArrayList<>(book.links());
        links.addAll(clearText.links());
        return new Report(complete, number, first, pages, opened, ring.size(), book, links, clearText.finds());
    }

    private Pass.Totals pass(int number) throws IOException, SQLException {
        Pass pass = new Pass(number, deadline);
        List<Key> keys = ring.take();
        System.err.println("pass " + number + ": " + keys.size() + " keys");
        for (Evidence source : evidence) {
            source.replay(window -> examine(window, keys, number == 1), pass);
        }
        return pass.totals();
    }

    private void examine(Window window, List<Key> keys, boolean first) {
        Candidates candidates = Candidates.in(window);
        if (first) {
            pages += candidates.pages();
            keyFiles.searchIn(window);
            clearText.searchIn(window);
        }
        for (Key key : keys) {
            int[] positions = candidates.positions(key.guessed());
            int count = candidates.count(key.guessed());
            sealed.tryKey(window, key, positions, count, content -> take(content, key));
        }
    }

    private void take(byte[] content, Key key) {
        List<byte[]> inner = PageContent.keys(content);
        List<Entry> entries = PageContent.entries(content);
        if (!inner.isEmpty() || !entries.isEmpty()) {
            opened++;
        }
        inner.forEach(bytes -> ring.add(new Key(bytes, key.origin(), false)));
        entries.forEach(entry -> book.add(entry, key.origin()));
    }
}
