// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.topology;

/**
 * Ports from one base: PostgreSQL takes the base, authority {@code i} (from 0) the ten ports from {@code base + 10 (i +
 * 1)}. They stay below 32768, where the system begins to give out ports of its own.
 *
 * @param base 0 leaves every port to the system
 */
public record PortPlan(int base) {
    /** Every port is a free one. */
    public static final PortPlan EPHEMERAL = new PortPlan(0);

    private static final int PER_AUTHORITY = 10;
    private static final int FIRST = 1024;
    private static final int EPHEMERAL_RANGE = 32_768;

    public PortPlan {
        Topology.require(
                base == 0 || (base >= FIRST && base < EPHEMERAL_RANGE),
                "ports.base is 0 or a number from " + FIRST + " to " + (EPHEMERAL_RANGE - 1) + ".");
    }

    public int postgres() {
        return base;
    }

    public int of(int authority, ServicePort service) {
        return base == 0 ? 0 : base + PER_AUTHORITY * (authority + 1) + service.offset();
    }

    void requireRoomFor(int authorities) {
        int last = base + PER_AUTHORITY * (authorities + 1);
        Topology.require(
                base == 0 || last <= EPHEMERAL_RANGE,
                "From ports.base " + base + " on, " + authorities + " authorities need ports up to " + (last - 1)
                        + ", but from " + EPHEMERAL_RANGE + " the system gives them out. Choose a lower base.");
    }
}
