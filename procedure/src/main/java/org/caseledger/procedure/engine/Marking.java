// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The state of a case in one world. Mutable while it is played; copied before. */
final class Marking {

    private final TreeMap<Frame.Key, Frame> frames = new TreeMap<>();
    private final TreeMap<String, CaseValue> values = new TreeMap<>();
    private @Nullable Ending ended;

    Marking() {
        frames.put(Frame.Key.CASE, new Frame(Frame.Key.CASE));
    }

    /** When the procedure was over, and by which step or limit. */
    record Ending(LocalDate on, String by) {}

    Frame caseFrame() {
        return Objects.requireNonNull(frames.get(Frame.Key.CASE));
    }

    @Nullable
    Frame frame(Frame.Key key) {
        return frames.get(key);
    }

    void put(Frame frame) {
        frames.put(frame.key(), frame);
    }

    /** Every frame: the case first, then by scope and instance. */
    Collection<Frame> frames() {
        return frames.values();
    }

    /** The frames of one scope, oldest first. */
    List<Frame> frames(String scope) {
        return frames.values().stream()
                .filter(frame -> frame.key().scope().equals(scope))
                .toList();
    }

    SortedMap<String, CaseValue> values() {
        return values;
    }

    @Nullable
    Ending ended() {
        return ended;
    }

    void end(@Nullable Ending ending) {
        ended = ending;
    }

    Marking copy() {
        var copy = new Marking();
        frames.values().forEach(frame -> copy.put(frame.copy()));
        copy.values.putAll(values);
        copy.ended = ended;
        return copy;
    }
}
