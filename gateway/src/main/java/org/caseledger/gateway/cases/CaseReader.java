// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.caseledger.gateway.projection.Kind;
import org.caseledger.procedure.engine.Evaluation;
import org.caseledger.procedure.engine.Outcome;
import org.caseledger.procedure.record.Entry;
import org.jspecify.annotations.Nullable;

/** Evaluates cases and requests as of a day. Blocks its thread. */
public final class CaseReader {

    private final DocketStore dockets;
    private final Procedures procedures;
    private final Today today;

    public CaseReader(DocketStore dockets, Procedures procedures, Today today) {
        this.dockets = dockets;
        this.procedures = procedures;
        this.today = today;
    }

    public Optional<Docket> read(Kind kind, String id) {
        return dockets.read(kind, id);
    }

    /** What the record says as of a day; today where none is given. */
    public Evaluation evaluate(Docket docket, @Nullable LocalDate asOf, @Nullable LocalDate knownAt) {
        var header = docket.header();
        return procedures
                .engine(header)
                .evaluate(docket.steps(), header.roles(), asOf == null ? today.date() : asOf, knownAt);
    }

    /** What is to be known about one entry, as of today. */
    public List<Outcome.Flag> remarks(Kind kind, String id, PlacedEntry entry) {
        if (!(entry.entry().content() instanceof Entry.Step step)) {
            return List.of();
        }
        return dockets.read(kind, id).map(docket -> evaluate(docket, null, null).remarks()).orElse(List.of()).stream()
                .filter(remark -> remark.command().equals(step.command()))
                .map(Evaluation.Remark::flag)
                .toList();
    }
}
