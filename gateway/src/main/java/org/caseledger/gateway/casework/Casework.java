// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.casework;

import io.vertx.core.Future;
import java.util.Map;
import java.util.function.Function;
import org.caseledger.gateway.cases.CaseReader;
import org.caseledger.gateway.cases.DocketStore;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.problem.ProblemTexts;
import org.caseledger.gateway.write.Ids;
import org.caseledger.gateway.write.OperationStore;
import org.caseledger.gateway.write.RefusalWriter;
import org.caseledger.gateway.write.Workers;
import org.caseledger.gateway.write.Writes;

/** The operations of caseworkers, by their name in openapi.yaml. */
public final class Casework {

    private final OpenCaseHandler open;
    private final RecordHandlers record;
    private final ReadHandlers read;
    private final OperationHandler operation;

    public Casework(
            Workers workers,
            Writes writes,
            OperationStore operations,
            DocketStore dockets,
            CaseReader cases,
            CaseLocator locator,
            PrivacyClient links,
            ProblemTexts texts,
            Ids ids) {
        var written = new Written(dockets, cases);
        this.open = new OpenCaseHandler(writes, workers, links, locator, written, ids);
        this.record = new RecordHandlers(writes, workers, dockets, locator, written, ids);
        this.read = new ReadHandlers(workers, dockets, cases, locator, links);
        this.operation = new OperationHandler(workers, operations, links, written, texts, new RefusalWriter(), ids);
    }

    public Map<String, Function<Call, Future<Answer>>> handlers() {
        return Map.of(
                "openCase", open::handle,
                "searchCases", read::search,
                "readCase", read::read,
                "readHistory", read::history,
                "recordStep", record::step,
                "recordStepByFileNumber", record::stepByFileNumber,
                "recordCorrection", record::correction,
                "addParty", record::party,
                "sealCase", record::seal,
                "readOperation", operation::handle);
    }
}
