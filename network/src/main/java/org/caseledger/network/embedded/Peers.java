// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.rpc.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;

/** The peers of the channel, those that endorse and those that only read. */
final class Peers {
    private final Map<String, Endorser> all;
    private final Set<String> endorsing;
    private final Map<String, Integer> ports = new ConcurrentHashMap<>();

    Peers(Map<String, Endorser> all, Set<String> endorsing) {
        this.all = new TreeMap<>(all);
        this.endorsing = Set.copyOf(endorsing);
    }

    Endorser get(String mspId) {
        Endorser peer = all.get(mspId);
        if (peer == null) {
            throw new IllegalArgumentException("The channel has no member " + mspId + ".");
        }
        return peer;
    }

    Iterable<Endorser> all() {
        return all.values();
    }

    void setPort(String mspId, int port) {
        ports.put(mspId, port);
    }

    int port(String mspId) {
        Integer port = ports.get(mspId);
        if (port == null) {
            throw new IllegalStateException("The peer of " + mspId + " is not listening.");
        }
        return port;
    }

    ErrorDetail errorDetail(String mspId, String message) {
        return ErrorDetail.newBuilder()
                .setAddress("localhost:" + ports.getOrDefault(mspId, 0))
                .setMspId(mspId)
                .setMessage(message)
                .build();
    }

    /** The endorsers in the order in which they are asked: the first one's own, then by MSP id from there round. */
    List<Endorser> toAsk(String first, List<String> wanted) {
        List<Endorser> order = new ArrayList<>();
        List<Endorser> before = new ArrayList<>();
        for (Endorser peer : all.values()) {
            boolean asked = wanted.isEmpty() ? endorsing.contains(peer.mspId()) : wanted.contains(peer.mspId());
            if (asked) {
                (peer.mspId().compareTo(first) < 0 ? before : order).add(peer);
            }
        }
        order.addAll(before);
        requireKnown(wanted);
        return order;
    }

    private void requireKnown(List<String> wanted) {
        if (!endorsing.containsAll(wanted)) {
            throw Failures.of(
                    Code.UNAVAILABLE, "failed to find any endorsing peers for org(s): " + String.join(", ", wanted));
        }
    }
}
