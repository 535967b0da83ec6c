// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.engine;

import java.time.LocalDate;
import java.util.List;
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
 * @param worlds the same in every world where it differs
 * @param open steps that are enabled, by role
 * @param due duties with their limits, most urgent first
 * @param lapsed limits that passed unmet
 * @param limits every limit of every round with its history
 * @param remarks late, unlawful, contested steps and gaps
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
        List<World> worlds,
        List<OpenStep> open,
        List<Due> due,
        List<Lapsed> lapsed,
        List<LimitState> limits,
        List<Remark> remarks,
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
     * @param status open, met, late, missed, held or released
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
     */
    public record Lapsed(
            String limit,
            int round,
            @Nullable String as,
            LocalDate end,
            LocalDate deemedOn,
            LocalDate since,
            String rule) {}

    /** A limit with all ends that it had; {@code current} repeats the duty. */
    public record LimitState(Due current, @Nullable CommandId anchor, List<Change> history) {}

    /**
     * A change of a limit.
     *
     * @param verb started, restarted, revised, extended, held, paused, released, or one of these with no effect
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
