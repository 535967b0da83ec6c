// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.topology;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One ledger and who takes part in it.
 *
 * @param name as Fabric takes it: lower-case letters, digits, {@code .} and {@code -}
 * @param kind who may learn what is played on it; common where a file does not say
 * @param procedures ids of the definitions that its founders agree on, e.g. {@code dublin3-take-back@1}
 */
public record Channel(String name, @JsonProperty("class") Kind kind, List<String> members, List<String> procedures) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,248}");
    private static final Pattern PROCEDURE = Pattern.compile("[a-z][a-z0-9-]{0,39}@[1-9][0-9]{0,5}");

    /** The class of a channel. */
    public enum Kind {
        @JsonProperty("common")
        COMMON,
        /** For procedures whose very name discloses: only members may learn that there is such a case. */
        @JsonProperty("need-to-know")
        NEED_TO_KNOW
    }

    public Channel(
            String name, @JsonProperty("class") @Nullable Kind kind, List<String> members, List<String> procedures) {
        Topology.require(
                name != null && NAME.matcher(name).matches(),
                "A channel's name is lower-case letters, digits, dots and hyphens, and begins with a letter.");
        Topology.require(members != null && !members.isEmpty(), "Channel " + name + " needs members.");
        Topology.require(
                procedures != null
                        && !procedures.isEmpty()
                        && procedures.stream()
                                .allMatch(id -> PROCEDURE.matcher(id).matches()),
                "Channel " + name + " needs procedures, such as dublin3-take-back@1."
                        + " \"caseledger procedure list\" shows what ships.");
        this.name = name;
        this.kind = kind == null ? Kind.COMMON : kind;
        this.members = List.copyOf(members);
        this.procedures = List.copyOf(procedures);
    }
}
