// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.caseledger.privacy.tree.EncryptedTree;
import org.caseledger.privacy.tree.TreeException;
import org.caseledger.privacy.vault.Entries.Kind;

/** Links and requests with their lookups. For the single writer only; see {@link VaultExecutor}. */
public final class Vault {

    private final Entries entries;
    private final VaultIndex index = new VaultIndex();

    private Vault(EncryptedTree tree) {
        this.entries = new Entries(tree);
    }

    /**
     * Reads what is needed to look things up without a key.
     *
     * @param each told of every link
     */
    static Vault open(EncryptedTree tree, Consumer<Link> each) throws TreeException, SQLException {
        Vault vault = new Vault(tree);
        List<byte[]> longLinks = new ArrayList<>();
        List<byte[]> requests = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        tree.walk((key, value) -> {
            if (Kind.REQUEST.begins(key)) {
                requests.add(Entries.id(key));
            } else if (Kind.LINK.begins(key) && value[0] == 1) {
                links.add(Codec.link(Arrays.copyOfRange(value, 1, value.length)));
            } else if (Kind.LINK.begins(key)) {
                longLinks.add(Entries.id(key));
            }
        });
        for (byte[] id : longLinks) {
            links.add(Codec.link(vault.entries.read(Kind.LINK, id).orElseThrow()));
        }
        for (byte[] id : requests) {
            byte[] stored = vault.entries.read(Kind.REQUEST, id).orElseThrow();
            vault.index.putRequest(Codec.request(stored));
        }
        links.forEach(vault.index::addLink);
        links.forEach(each);
        return vault;
    }

    public Optional<Link> link(String caseId) throws TreeException {
        Optional<byte[]> stored = entries.read(Kind.LINK, Codec.hex(caseId));
        return stored.isEmpty() ? Optional.empty() : Optional.of(Codec.link(stored.get()));
    }

    public Optional<Link> linkByHandle(String handle) throws TreeException {
        Optional<byte[]> stored = entries.read(Kind.HANDLE, Codec.text(handle));
        return stored.isEmpty()
                ? Optional.empty()
                : link(Codec.caseIds(stored.get()).get(0));
    }

    public List<Link> linksByFileNumber(String fileNumber) throws TreeException {
        return links(caseIdsOf(fileNumber));
    }

    /** The links of those cases that have one. */
    public List<Link> links(Collection<String> caseIds) throws TreeException {
        List<Link> links = new ArrayList<>();
        for (String caseId : caseIds) {
            link(caseId).ifPresent(links::add);
        }
        return links;
    }

    public void add(Link link) throws TreeException {
        writeLink(link);
        entries.write(Kind.HANDLE, Codec.text(link.handle()), Codec.hex(link.caseId()));
        if (link.fileNumber() != null) {
            addToFileNumber(link.fileNumber(), link.caseId());
        }
        index.addLink(link);
    }

    /** Changes what need not be destroyed: the register of sharing. */
    public void update(Link link) throws TreeException {
        writeLink(link);
        index.updateLink(link);
    }

    /** Puts the own file number in the sender's place, whose number is destroyed. */
    public void claim(Link link, String fileNumber) throws TreeException {
        Link claimed = link.claimed(fileNumber);
        entries.overwrite(Kind.LINK, Codec.hex(link.caseId()), Codec.bytes(claimed));
        addToFileNumber(fileNumber, link.caseId());
        index.updateLink(claimed);
    }

    /** Destroys a link, its lookups and every mention of its case in a request. */
    public void destroy(Link link) throws TreeException {
        entries.destroy(Kind.LINK, Codec.hex(link.caseId()));
        entries.destroy(Kind.HANDLE, Codec.text(link.handle()));
        if (link.fileNumber() != null) {
            removeFromFileNumber(link.fileNumber(), link.caseId());
        }
        index.removeLink(link);
        for (RequestFile request : index.requests()) {
            if (request.mentions(link.caseId())) {
                overwrite(request.without(link.caseId()));
            }
        }
    }

    public Optional<RequestFile> request(String requestId) {
        return index.requests().stream()
                .filter(request -> request.requestId().equals(requestId))
                .findFirst();
    }

    public Collection<RequestFile> requests() {
        return index.requests();
    }

    public void put(RequestFile request) throws TreeException {
        entries.write(Kind.REQUEST, Codec.hex(request.requestId()), Codec.bytes(request));
        index.putRequest(request);
    }

    /** Changes a request so that what it said before is destroyed. */
    public void overwrite(RequestFile request) throws TreeException {
        entries.overwrite(Kind.REQUEST, Codec.hex(request.requestId()), Codec.bytes(request));
        index.putRequest(request);
    }

    public void destroyRequest(String requestId) throws TreeException {
        entries.destroy(Kind.REQUEST, Codec.hex(requestId));
        index.removeRequest(requestId);
    }

    public List<String> unclaimed() {
        return index.unclaimed();
    }

    public List<String> casesWithPendingShares() {
        return index.withPendingShares();
    }

    public int countLinks() {
        return index.links();
    }

    private void writeLink(Link link) throws TreeException {
        entries.write(Kind.LINK, Codec.hex(link.caseId()), Codec.bytes(link));
    }

    private List<String> caseIdsOf(String fileNumber) throws TreeException {
        return Codec.caseIds(
                entries.read(Kind.FILE_NUMBER, Codec.text(fileNumber)).orElseGet(() -> new byte[0]));
    }

    private void addToFileNumber(String fileNumber, String caseId) throws TreeException {
        TreeSet<String> caseIds = new TreeSet<>(caseIdsOf(fileNumber));
        caseIds.add(caseId);
        entries.write(Kind.FILE_NUMBER, Codec.text(fileNumber), Codec.caseIds(caseIds));
    }

    private void removeFromFileNumber(String fileNumber, String caseId) throws TreeException {
        TreeSet<String> caseIds = new TreeSet<>(caseIdsOf(fileNumber));
        caseIds.remove(caseId);
        if (caseIds.isEmpty()) {
            entries.destroy(Kind.FILE_NUMBER, Codec.text(fileNumber));
        } else {
            entries.overwrite(Kind.FILE_NUMBER, Codec.text(fileNumber), Codec.caseIds(caseIds));
        }
    }
}
