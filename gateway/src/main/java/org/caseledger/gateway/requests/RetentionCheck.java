// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.cases.CaseReader;
import org.caseledger.gateway.projection.Kind;
import org.caseledger.procedure.engine.Evaluation;
import org.jspecify.annotations.Nullable;

/** Until when links must be kept: the end of each procedure, by evaluation, plus the authority's period. */
final class RetentionCheck {

    private final GatewayOptions.Retention retention;
    private final CaseReader cases;

    RetentionCheck(GatewayOptions.Retention retention, CaseReader cases) {
        this.retention = retention;
        this.cases = cases;
    }

    /**
     * @param until last day on which a link must be kept, null where none runs or its procedure is not over
     * @param reason a word of openapi.yaml
     */
    record Result(@Nullable LocalDate until, String reason) {
        boolean runs() {
            return reason.equals("procedure-open") || reason.equals("period-runs");
        }
    }

    /** The check of all cases of a request as of a day; the longest retention counts. */
    Result check(Collection<String> caseIds, LocalDate asOf) {
        var period = retention.period();
        if (period == null) {
            return new Result(null, "no-period");
        }
        var ends = caseIds.stream().map(id -> ended(id, asOf)).toList();
        if (ends.isEmpty()) {
            return new Result(null, "no-case");
        }
        if (ends.stream().anyMatch(Optional::isEmpty)) {
            return new Result(null, "procedure-open");
        }
        var until = ends.stream()
                .flatMap(Optional::stream)
                .map(end -> end.plus(period))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return new Result(until, asOf.isAfter(until) ? "period-over" : "period-runs");
    }

    ObjectNode render(Result result) {
        var period = retention.period();
        return JsonNodeFactory.instance
                .objectNode()
                .put("until", result.until() == null ? null : result.until().toString())
                .put("period", period == null ? null : period.toString())
                .put("source", retention.source().isEmpty() ? null : retention.source())
                .put("confirmed", retention.confirmed())
                .put("reason", result.reason());
    }

    private Optional<LocalDate> ended(String caseId, LocalDate asOf) {
        return cases.read(Kind.CASE, caseId)
                .map(docket -> cases.evaluate(docket, asOf, null).ended())
                .map(Evaluation.Ended::on);
    }
}
