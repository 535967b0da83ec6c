// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.Pin;
import org.jspecify.annotations.Nullable;

/**
 * What a case's record says as of a day. Rendered to JSON by its component names; dates are ISO dates.
 *
 * @param definition the definition used
 * @param calendars the calendars used
 * @param semantics version of the semantics
 * @param asOf the day
 * @param knownAt what was known by then, or null for all
 * @param responsible who is responsible, in the preferred world
 * @param values what each case attribute is, in the preferred world
 * @param worlds who is responsible in each world
 * @param open steps that are enabled, by role
 * @param due duties with their limits, most urgent first
 * @param lapsed limits that passed unmet
 * @param undone lapses that stood when a late record arrived which undid them
 * @param limits every limit of every round with its history
 * @param barred steps that are forbidden now, though limits that they meet run on
 * @param remarks late, unlawful, contested steps and gaps
 * @param invocable who may rely on what
 * @param unknowns what would change if somebody knew what nobody knows
 * @param ended when the procedure was over, or null
 * @param unconfirmed articles of the rules used here that no source confirms
 */
public record Evaluation(
        Pin definition,
        List<Pin> calendars,
        int semantics,
        LocalDate asOf,
        @Nullable LocalDate knownAt,
        Responsible responsible,
        SortedMap<String, Value> values,
        List<World> worlds,
        List<OpenStep> open,
        List<Due> due,
        List<Lapsed> lapsed,
        List<Undone> undone,
        List<LimitState> limits,
        List<Barred> barred,
        List<Remark> remarks,
        List<Invocable> invocable,
        List<Unknown> unknowns,
        @Nullable Ended ended,
        List<String> unconfirmed) {

    /**
     * Who is responsible for the case.
     *
     * @param role {@code undetermined}, {@code third} or a role of the definition
     * @param authority the first holder of the role, or null
     * @param since the first day, or null while undetermined
     * @param rule article that makes it so, or null
     */
    public record Responsible(
            String role,
            @Nullable String authority,
            @Nullable LocalDate since,
            @Nullable String rule) {}

    /**
     * One world: a choice for every span reading.
     *
     * @param name the chosen options, e.g. {@code silence-day=next-day}
     */
    public record World(String name, boolean preferred, Responsible responsible) {}

    /** A step that may be recorded next, and by which role. */
    public record OpenStep(String step, String kind, List<String> roles) {}

    /**
     * A duty.
     *
     * @param limit name of the limit
     * @param round number of its round, 1 where it has none
     * @param steps the steps that meet it
     * @param role who owes it
     * @param authorities the holders of that role
     * @param end last day, in the preferred world, or null for an untimed duty
     * @param earliest minimum over the worlds
     * @param latest maximum over the worlds
     * @param alternative end under a {@code note} reading, or null
     * @param status open, held (cannot lapse now), paused (its clock stands still), met, late, missed or released
     * @param metOn when it was met, or null
     * @param daysLate days after the end, 0 if in time
     * @param rule article
     * @param because anchor and counting in words
     */
    public record Due(
            String limit,
            int round,
            List<String> steps,
            String role,
            List<String> authorities,
            @Nullable LocalDate end,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            @Nullable LocalDate alternative,
            Status status,
            @Nullable LocalDate metOn,
            long daysLate,
            String rule,
            String because) {}

    /** Where a limit stands. */
    public enum Status {
        OPEN,
        HELD,
        PAUSED,
        MET,
        LATE,
        MISSED,
        RELEASED
    }

    /**
     * A limit that passed unmet.
     *
     * @param as the lapse's own name, or null
     * @param end last day of the limit
     * @param deemedOn anchor for what follows
     * @param since first day of its consequence
     * @param notFor the roles that may not rely on it
     */
    public record Lapsed(
            String limit,
            int round,
            @Nullable String as,
            LocalDate end,
            LocalDate deemedOn,
            LocalDate since,
            String rule,
            List<String> notFor) {}

    /**
     * A lapse that stood once.
     *
     * @param by the record that undid it
     */
    public record Undone(String limit, int round, LocalDate end, LocalDate since, CommandId by) {}

    /** What a case attribute is; the first of its list, since no day and by no rule, until something sets it. */
    public record Value(
            String value,
            @Nullable LocalDate since,
            @Nullable String rule) {}

    /**
     * A step that is forbidden now.
     *
     * @param rule article that forbids it
     * @param limits those that it meets and that run on all the same
     */
    public record Barred(String step, String rule, List<String> limits) {}

    /**
     * What somebody may rely on: that a limit passed, or an own period that is open.
     *
     * @param by a role, or somebody else, e.g. {@code applicant}
     * @param since from when
     * @param until last day, or null for at any time
     */
    public record Invocable(
            String limit,
            int round,
            String by,
            LocalDate since,
            @Nullable LocalDate until,
            String rule) {}

    /**
     * What another value in place of an {@code unknown} would change.
     *
     * @param command the entry that carries it
     * @param value the other value
     * @param responsible who would be responsible, or null where that is the same
     * @param limits those that would end otherwise
     */
    public record Unknown(
            CommandId command,
            String step,
            String attribute,
            String value,
            @Nullable Responsible responsible,
            List<OtherEnd> limits) {}

    /**
     * Another end.
     *
     * @param end null where it would have none or not run at all
     */
    public record OtherEnd(
            String limit, int round, @Nullable LocalDate end) {}

    /** A limit with all ends that it had; {@code current} repeats the duty. */
    public record LimitState(Due current, @Nullable CommandId anchor, List<Change> history) {}

    /**
     * A change of a limit.
     *
     * @param verb started, restart, revise, extend, release, held, freed, paused, resumed, released or lapsed
     * @param by the step that triggered it, or null for a lapse
     * @param effective whether it changed anything; an extension that came too late did not
     */
    public record Change(
            String verb,
            @Nullable CommandId by,
            LocalDate on,
            @Nullable LocalDate end,
            boolean effective,
            String because) {}

    /** A remark on one step. */
    public record Remark(CommandId command, String step, LocalDate occurredOn, Outcome.Flag flag, String because) {}

    /** The end of the procedure; retention counts from it. */
    public record Ended(LocalDate on, String by) {}
}
