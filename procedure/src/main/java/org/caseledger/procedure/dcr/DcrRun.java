// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.dcr;

import java.util.SortedSet;

/** One run of a graph. Allocates nothing while events are executed; for one thread at a time. */
public final class DcrRun {

    private final DcrProgram program;
    private final int words;
    private final long[] conditions;
    private final long[] milestones;
    private final long[] responses;
    private final long[] includes;
    private final long[] excludes;
    private final long[] executed;
    private final long[] included;
    private final long[] pending;
    private final long[] enabled;

    DcrRun(DcrProgram program) {
        this.program = program;
        words = program.words();
        conditions = program.mask(DcrRelation.Kind.CONDITION);
        milestones = program.mask(DcrRelation.Kind.MILESTONE);
        responses = program.mask(DcrRelation.Kind.RESPONSE);
        includes = program.mask(DcrRelation.Kind.INCLUDE);
        excludes = program.mask(DcrRelation.Kind.EXCLUDE);
        executed = new long[words];
        included = new long[words];
        pending = new long[words];
        enabled = new long[words];
        restart();
    }

    /** Goes back to the initial marking. */
    public void restart() {
        program.begin(executed, included, pending);
    }

    /** Executes an event if it is enabled, else changes nothing; an unknown id is never enabled. */
    public boolean execute(String id) {
        return execute(program.index(id));
    }

    /** Executes the event at that place, see {@link DcrProgram#index}, if it is enabled, else changes nothing. */
    public boolean execute(int event) {
        if (event < 0 || !isEnabled(event)) {
            return false;
        }
        var base = event * words;
        var word = event >> 6;
        executed[word] |= 1L << event;
        pending[word] &= ~(1L << event);
        for (var i = 0; i < words; i++) {
            pending[i] |= responses[base + i];
            included[i] = (included[i] & ~excludes[base + i]) | includes[base + i];
        }
        return true;
    }

    private boolean isEnabled(int event) {
        if ((included[event >> 6] & (1L << event)) == 0) {
            return false;
        }
        var base = event * words;
        for (var i = 0; i < words; i++) {
            var waitsFor = (conditions[base + i] & ~executed[i]) | (milestones[base + i] & pending[i]);
            if ((waitsFor & included[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether no included event is pending. */
    public boolean mayEnd() {
        for (var i = 0; i < words; i++) {
            if ((pending[i] & included[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    public SortedSet<String> enabled() {
        return program.names(enabledBits());
    }

    public DcrMarking marking() {
        return new DcrMarking(program.names(executed), program.names(included), program.names(pending));
    }

    /** A view that the next call overwrites. */
    long[] enabledBits() {
        for (var i = 0; i < words; i++) {
            var candidates = included[i];
            var bits = 0L;
            while (candidates != 0) {
                var event = (i << 6) + Long.numberOfTrailingZeros(candidates);
                candidates &= candidates - 1;
                if (isEnabled(event)) {
                    bits |= 1L << event;
                }
            }
            enabled[i] = bits;
        }
        return enabled;
    }

    /** A view that the next step changes. */
    long[] includedBits() {
        return included;
    }

    /** A view that the next step changes. */
    long[] pendingBits() {
        return pending;
    }
}
