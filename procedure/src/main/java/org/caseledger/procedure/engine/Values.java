// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.caseledger.procedure.record.CommandId;
import org.jspecify.annotations.Nullable;

/** Sets the case attributes of one world. */
final class Values {

    private final Play play;
    private final Changes changes;

    Values(Play play, Changes changes) {
        this.play = play;
        this.changes = changes;
    }

    /** What a step sets. */
    void set(Situation situation, StepRule step, CommandId command, LocalDate day) {
        set(situation, step.sets(), day, step.source(), false, step.undoable() ? command : null);
    }

    /** What a lapse sets. */
    void set(Situation situation, LimitRule.LapseRule lapse, LocalDate since) {
        set(situation, lapse.sets(), since, lapse.source(), lapse.isFinal(), null);
    }

    private void set(
            Situation situation,
            List<Setting> settings,
            LocalDate day,
            String source,
            boolean isFinal,
            @Nullable CommandId undoable) {
        for (var setting : settings) {
            if (setting.when().holds(situation)) {
                for (var value : setting.values()) {
                    set(value, setting.reopens(), new CaseValue(value.value(), day, source, isFinal, undoable, null));
                }
            }
        }
    }

    private void set(Setting.Value setting, boolean reopens, CaseValue to) {
        var attribute = setting.attribute();
        var before = play.marking().value(attribute);
        if (before != null && before.isFinal() && !reopens) {
            return;
        }
        var same = before != null && to.isAs(before);
        var settled = before != null && before.by() == null;
        if (same && settled) {
            return;
        }
        play.marking().value(attribute, settled && to.by() == null ? to : to.after(before));
        if (!same) {
            changes.attribute(attribute);
        }
    }

    /** What the entry set counts for nothing: each attribute is what the others made it. */
    void undo(CommandId command) {
        var values = play.marking().values();
        for (int i = 0; i < values.length; i++) {
            var value = values[i];
            var left = value == null ? null : value.without(command);
            if (!Objects.equals(left, value)) {
                values[i] = left;
                changes.attribute(i);
            }
        }
    }
}
