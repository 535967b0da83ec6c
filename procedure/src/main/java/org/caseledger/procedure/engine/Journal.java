// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/** What happened to the limits of one world while it was played; a state does not keep it. */
final class Journal {

    private static final Journal NONE = new Journal(null);

    private final @Nullable Map<Place, List<Note>> notes;

    private Journal(@Nullable Map<Place, List<Note>> notes) {
        this.notes = notes;
    }

    static Journal keeping() {
        return new Journal(new HashMap<>());
    }

    static Journal none() {
        return NONE;
    }

    private record Place(Frame frame, int limit) {}

    /**
     * A change of a limit, or an attempt at one.
     *
     * @param by the entry of the step that triggered it, or null
     * @param counted the limit after it where the counting is to be explained, or null
     * @param because else why
     */
    record Note(
            String verb,
            @Nullable CommandId by,
            LocalDate on,
            @Nullable LocalDate end,
            boolean effective,
            @Nullable LimitMark counted,
            String because) {}

    boolean keeps() {
        return notes != null;
    }

    void started(LimitRule limit, Frame frame, LimitMark mark, LocalDate day) {
        if (notes != null) {
            note(limit, frame, new Note("started", mark.anchor().command(), day, mark.end(), true, mark, ""));
        }
    }

    void changed(LimitRule limit, Frame frame, String verb, LocalDate day, @Nullable LocalDate end, String because) {
        if (notes != null) {
            note(limit, frame, new Note(verb, null, day, end, true, null, because));
        }
    }

    void note(LimitRule limit, Frame frame, Note note) {
        if (notes != null) {
            notes.computeIfAbsent(new Place(frame, limit.index()), unused -> new ArrayList<>())
                    .add(note);
        }
    }

    List<Note> of(LimitRule limit, Frame frame) {
        return notes == null ? List.of() : notes.getOrDefault(new Place(frame, limit.index()), List.of());
    }
}
