// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

/** The readings in one world. Remembers whether anything asked for what may be otherwise in another world. */
final class Readings {

    private final Program program;
    private final int world;
    private boolean asked;

    Readings(Program program, int world) {
        this.program = program;
        this.world = world;
    }

    String option(String reading) {
        asked = true;
        return program.worlds().get(world).option(reading);
    }

    /** Days from the last day of a limit to the day on which its lapse is deemed to happen. */
    int daysToDeemed(LimitRule.LapseRule lapse) {
        var days = lapse.daysToDeemed();
        for (var other : days) {
            asked |= !other.equals(days.get(world));
        }
        return days.get(world);
    }

    /** Whether other worlds may have taken another course; if not, they are as this one. */
    boolean asked() {
        return asked;
    }
}
