// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.topology;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * One authority.
 *
 * @param id also its MSP id, e.g. {@code AT-DUBLIN}
 * @param country two letters (ISO 3166-1, or {@code EU})
 * @param role endorsing authorities act; a supervising one reads
 * @param fileNumbers regular expression of its file numbers; an endorsing authority has one
 * @param retention how long links are kept after a procedure's end; an endorsing authority says so
 */
public record Authority(
        String id,
        String country,
        Role role,
        @JsonProperty("file-numbers") @Nullable String fileNumbers,
        @Nullable Retention retention) {
    private static final Pattern ID = Pattern.compile("[A-Z]{2}-[A-Z0-9]{2,16}");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    /** What an authority does in a channel. */
    public enum Role {
        @JsonProperty("endorsing")
        ENDORSING,
        @JsonProperty("supervising")
        SUPERVISING
    }

    public Authority {
        Topology.require(
                id != null && ID.matcher(id).matches(),
                "An authority's id is two letters, a hyphen and 2 to 16 letters or digits, e.g. AT-DUBLIN.");
        Topology.require(
                country != null && COUNTRY.matcher(country).matches(),
                id + " needs a country of two letters, e.g. AT.");
        Topology.require(role != null, id + " needs a role: endorsing or supervising.");
        if (role == Role.ENDORSING) {
            Topology.require(
                    fileNumbers != null && isPattern(fileNumbers),
                    id + " needs file-numbers: a regular expression of its file numbers.");
            Topology.require(retention != null, id + " needs a retention: period, source and confirmed.");
        }
    }

    public boolean endorses() {
        return role == Role.ENDORSING;
    }

    private static boolean isPattern(String text) {
        try {
            return !Pattern.compile(text).pattern().isEmpty();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
