// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where names and limits have their instances: the case, the rounds of one name, or the members of one role. */
final class ScopeRule {

    private final int index;
    private final String name;
    private final @Nullable String role;
    private final List<Happening> happenings = new ArrayList<>();
    private final List<LimitRule> limits = new ArrayList<>();
    private List<Closing> closings = List.of();
    private boolean annullable;
    private @Nullable Over nothingOver;

    /**
     * @param name empty for the case, the round's name, or the role behind an {@code @}
     * @param role the role whose members each have an instance, or null
     */
    ScopeRule(int index, String name, @Nullable String role) {
        this.index = index;
        this.name = name;
        this.role = role;
    }

    /** A step that closes a round where the guard holds. */
    record Closing(String step, Guard when) {}

    int index() {
        return index;
    }

    String name() {
        return name;
    }

    @Nullable
    String role() {
        return role;
    }

    boolean isCase() {
        return name.isEmpty();
    }

    boolean isRound() {
        return !isCase() && role == null;
    }

    /** What can happen in an instance, by slot. */
    List<Happening> happenings() {
        return happenings;
    }

    /** The limits of an instance, by slot and in the order of the definition. */
    List<LimitRule> limits() {
        return limits;
    }

    List<Closing> closings() {
        return closings;
    }

    /** Whether an occurrence in an instance can be annulled, so that none may be forgotten. */
    boolean annullable() {
        return annullable;
    }

    /** What is left of no rounds, for all that begin with it; not to be changed. Only once all names are added. */
    Over nothingOver() {
        var nothing = nothingOver == null ? Over.none(this) : nothingOver;
        nothingOver = nothing;
        return nothing;
    }

    void closedBy(List<Closing> closing) {
        closings = List.copyOf(closing);
    }

    void keepEveryOccurrence() {
        annullable = true;
    }
}
