// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.caseledger.gateway.cases.DocketStore;
import org.caseledger.gateway.links.LinkedRequest;
import org.caseledger.gateway.links.PrivacyClient;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.gateway.projection.Kind;
import org.caseledger.gateway.write.Workers;

/** Brings together what ledger and privacy service know of the requests of this authority. */
final class RequestReader {

    private final String authority;
    private final Workers workers;
    private final DocketStore dockets;
    private final PrivacyClient links;

    RequestReader(String authority, Workers workers, DocketStore dockets, PrivacyClient links) {
        this.authority = authority;
        this.workers = workers;
        this.dockets = dockets;
        this.links = links;
    }

    Future<RequestFile> read(String id) {
        return linked().compose(linked -> workers.run(() -> file(id, linked)
                .filter(this::isOurs)
                .orElseThrow(() -> new ProblemException(ProblemCode.REQUEST_NOT_HERE))));
    }

    /** In the order in which the ledger brought them. */
    Future<List<RequestFile>> all() {
        return linked().compose(linked -> workers.run(() -> dockets.boundTo(Kind.REQUEST, authority).stream()
                .map(DocketStore.Bound::id)
                .distinct()
                .flatMap(id -> file(id, linked).stream())
                .toList()));
    }

    /** The same without the privacy service: what the ledger alone says. */
    List<RequestFile> onLedger() {
        return dockets.boundTo(Kind.REQUEST, authority).stream()
                .map(DocketStore.Bound::id)
                .distinct()
                .flatMap(id -> file(id, Map.of()).stream())
                .toList();
    }

    private Optional<RequestFile> file(String id, Map<String, LinkedRequest> linked) {
        return dockets.read(Kind.REQUEST, id)
                .map(docket -> new RequestFile(authority, docket, Optional.ofNullable(linked.get(id))));
    }

    private Future<Map<String, LinkedRequest>> linked() {
        return links.requests()
                .map(all -> all.stream().collect(Collectors.toMap(LinkedRequest::requestId, Function.identity())));
    }

    private boolean isOurs(RequestFile file) {
        return file.docket().header().roles().members().values().stream()
                .anyMatch(holders -> holders.contains(authority));
    }
}
