// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/** What happened to the limits of one world while it was played; a state does not keep it. */
final class Journal {

    private final Map<String, Map<Frame.Key, List<Evaluation.Change>>> changes = new TreeMap<>();
    private final boolean keeps;

    private Journal(boolean keeps) {
        this.keeps = keeps;
    }

    static Journal keeping() {
        return new Journal(true);
    }

    static Journal none() {
        return new Journal(false);
    }

    void change(
            String limit,
            Frame.Key instance,
            String verb,
            @Nullable CommandId by,
            LocalDate on,
            @Nullable LocalDate end,
            boolean effective,
            String because) {
        if (keeps) {
            changes.computeIfAbsent(limit, unused -> new TreeMap<>())
                    .computeIfAbsent(instance, unused -> new ArrayList<>())
                    .add(new Evaluation.Change(verb, by, on, end, effective, because));
        }
    }

    List<Evaluation.Change> of(String limit, Frame.Key instance) {
        return changes.getOrDefault(limit, Map.of()).getOrDefault(instance, List.of());
    }
}
