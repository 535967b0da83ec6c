// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.links;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.vertx.core.Future;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.http.Pages;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;

/** Links that others brought, and attaching our own file number. Claiming twice does no harm, so no key is kept. */
public final class LinkHandlers {

    private final PrivacyClient links;
    private final Pattern fileNumbers;

    public LinkHandlers(PrivacyClient links, Pattern fileNumbers) {
        this.links = links;
        this.fileNumbers = fileNumbers;
    }

    public Map<String, Function<Call, Future<Answer>>> handlers() {
        return Map.of("listUnclaimedLinks", this::unclaimed, "claimLink", this::claim);
    }

    private Future<Answer> unclaimed(Call call) {
        return links.unclaimed()
                .map(all -> Answer.ok(Pages.of(call, all).render(link -> JsonNodeFactory.instance
                        .objectNode()
                        .put("handle", link.handle())
                        .put("from", link.from())
                        .put("senderFileNumber", link.senderFileNumber()))));
    }

    private Future<Answer> claim(Call call) {
        var fileNumber = call.text("fileNumber");
        if (!fileNumbers.matcher(fileNumber).matches()) {
            return Future.failedFuture(new ProblemException(ProblemCode.FILE_NUMBER_FOREIGN));
        }
        return links.claim(call.text("handle"), fileNumber).map(done -> Answer.ok(call.body()));
    }
}
