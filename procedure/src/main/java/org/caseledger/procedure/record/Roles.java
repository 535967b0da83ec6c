// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who holds each role of one case.
 *
 * @param members role to its sorted authority ids
 */
public record Roles(SortedMap<String, List<String>> members) {

    public Roles {
        var copy = new TreeMap<String, List<String>>();
        members.forEach((role, authorities) -> {
            Forms.requireCode("roles", role);
            authorities.forEach(authority -> Forms.requireAuthority("roles", authority));
            copy.put(role, authorities.stream().sorted().distinct().toList());
        });
        members = Collections.unmodifiableSortedMap(copy);
    }

    public static Roles of(Map<String, List<String>> members) {
        return new Roles(new TreeMap<>(members));
    }

    /** The authorities that hold the role; empty while nobody does. */
    public List<String> holders(String role) {
        return members.getOrDefault(role, List.of());
    }

    public boolean holds(String authority, String role) {
        return holders(role).contains(authority);
    }

    /** These roles and one more holder. */
    public Roles with(String role, String authority) {
        var copy = new TreeMap<>(members);
        var holders = new ArrayList<>(holders(role));
        holders.add(authority);
        copy.put(role, holders);
        return new Roles(copy);
    }
}
