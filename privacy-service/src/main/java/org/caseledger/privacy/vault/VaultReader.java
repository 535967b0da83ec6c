// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.vault;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.caseledger.privacy.tree.RootKeyFile;
import org.caseledger.privacy.tree.TreeException;
import org.caseledger.privacy.tree.TreeWalk;
import org.caseledger.privacy.vault.Entries.Kind;

/** Everything a vault holds, read from storage alone and without changing it. */
public final class VaultReader {

    private final Map<Kind, Map<String, TreeMap<Integer, byte[]>>> parts = new HashMap<>();
    private final long pages;

    private VaultReader(RootKeyFile rootKeyFile, Connection connection) throws TreeException, SQLException {
        this.pages = TreeWalk.walk(rootKeyFile, connection, this::keep);
    }

    public static VaultReader read(RootKeyFile rootKeyFile, Connection connection) throws TreeException, SQLException {
        return new VaultReader(rootKeyFile, connection);
    }

    public long pages() {
        return pages;
    }

    public List<Link> links() throws TreeException {
        List<Link> links = new ArrayList<>();
        for (byte[] value : values(Kind.LINK)) {
            links.add(Codec.link(value));
        }
        return links;
    }

    public List<RequestFile> requests() throws TreeException {
        List<RequestFile> requests = new ArrayList<>();
        for (byte[] value : values(Kind.REQUEST)) {
            requests.add(Codec.request(value));
        }
        return requests;
    }

    /** The case ids that lookups by handle and by file number lead to. */
    public Set<String> lookedUp() throws TreeException {
        Set<String> caseIds = new HashSet<>();
        for (byte[] value : values(Kind.HANDLE)) {
            caseIds.addAll(Codec.caseIds(value));
        }
        for (byte[] value : values(Kind.FILE_NUMBER)) {
            caseIds.addAll(Codec.caseIds(value));
        }
        return caseIds;
    }

    private List<byte[]> values(Kind kind) throws TreeException {
        List<byte[]> values = new ArrayList<>();
        for (TreeMap<Integer, byte[]> pieces :
                parts.getOrDefault(kind, Map.of()).values()) {
            values.add(Entries.join(pieces));
        }
        return values;
    }

    private void keep(byte[] key, byte[] value) {
        for (Kind kind : Kind.values()) {
            if (kind.names(key)) {
                parts.computeIfAbsent(kind, each -> new HashMap<>())
                        .computeIfAbsent(Arrays.toString(Entries.id(key)), each -> new TreeMap<>())
                        .put(Byte.toUnsignedInt(key[1]), value);
            }
        }
    }
}
