// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.topology;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A consortium as data.
 *
 * @param data the directory that holds everything the consortium writes
 * @param ports where its services listen, on 127.0.0.1
 * @param postgres an installed server; null runs an embedded one under {@code data}
 * @param authorities in the order that ports are given out in
 * @param channels each with a ledger of its own
 */
public record Topology(
        Path data, PortPlan ports, @Nullable Postgres postgres, List<Authority> authorities, List<Channel> channels) {

    public Topology {
        authorities = List.copyOf(authorities);
        channels = List.copyOf(channels);
        requireDistinct(authorities.stream().map(Authority::id).toList(), "authority");
        requireDistinct(channels.stream().map(Channel::name).toList(), "channel");
        Set<String> known =
                new HashSet<>(authorities.stream().map(Authority::id).toList());
        for (Channel channel : channels) {
            for (String member : channel.members()) {
                require(
                        known.contains(member),
                        "Channel " + channel.name() + " names the member " + member
                                + ", which is no authority of this topology. Add it under authorities, or correct it.");
            }
        }
        ports.requireRoomFor(authorities.size());
    }

    /**
     * Reads a topology.
     *
     * @throws TopologyException with the line and what to do, if the file cannot be read or says something unknown
     */
    public static Topology load(Path file) {
        return TopologyReader.load(file);
    }

    /** The consortium of the demo's first case: AT, BG, DE and FR endorse, a supervisory authority reads. */
    public static Topology demo() {
        return shipped("demo");
    }

    /**
     * A consortium that ships: {@code demo}, or {@code germany}, where five authorities of one asylum procedure endorse
     * and a supervisory authority reads.
     */
    public static Topology shipped(String name) {
        return TopologyReader.shipped(name);
    }

    public Topology withData(Path directory) {
        return new Topology(directory, ports, postgres, authorities, channels);
    }

    public Topology withPorts(PortPlan plan) {
        return new Topology(data, plan, postgres, authorities, channels);
    }

    /** @throws TopologyException if there is no such authority */
    public Authority authority(String id) {
        return authorities.stream()
                .filter(authority -> authority.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new TopologyException("There is no authority " + id + " in this topology."));
    }

    /** The channel's members, in the topology's order. */
    public List<Authority> members(Channel channel) {
        return authorities.stream()
                .filter(authority -> channel.members().contains(authority.id()))
                .toList();
    }

    /** The port of one service of one authority; 0 where the plan leaves it to the system. */
    public int port(String authority, ServicePort service) {
        return ports.of(authorities.indexOf(authority(authority)), service);
    }

    static void require(boolean condition, String sentence) {
        if (!condition) {
            throw new TopologyException(sentence);
        }
    }

    private static void requireDistinct(List<String> names, String what) {
        require(!names.isEmpty(), "The topology names no " + what + ". Name at least one.");
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            require(seen.add(name), "The " + what + " " + name + " stands twice. Remove one.");
        }
    }
}
