// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.topology;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One ledger and who takes part in it.
 *
 * @param name as Fabric takes it: lower-case letters, digits, {@code .} and {@code -}
 */
public record Channel(String name, List<String> members) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,248}");

    public Channel {
        Topology.require(
                name != null && NAME.matcher(name).matches(),
                "A channel's name is lower-case letters, digits, dots and hyphens, and begins with a letter.");
        Topology.require(members != null && !members.isEmpty(), "Channel " + name + " needs members.");
        members = List.copyOf(members);
    }
}
