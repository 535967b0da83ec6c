// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.http;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.security.cert.Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.caseledger.privacy.problem.ProblemCode;
import org.caseledger.privacy.problem.ProblemException;
import org.caseledger.privacy.tls.AuthorityRoots;
import org.caseledger.privacy.tls.Caller;

/** Lets a route be called only by the service that it is for. Runs on one event loop. */
final class CallerGate implements Handler<RoutingContext> {

    private static final String CALLER = "caller";
    private static final int MOST_REMEMBERED = 256;

    private final AuthorityRoots roots;
    private final Predicate<Caller> admitted;
    private final Map<Certificate, Optional<Caller>> identified = new HashMap<>();

    private CallerGate(AuthorityRoots roots, Predicate<Caller> admitted) {
        this.roots = roots;
        this.admitted = admitted;
    }

    static CallerGate ownGateway(AuthorityRoots roots, String authority) {
        return new CallerGate(roots, new Caller(authority, Caller.GATEWAY)::equals);
    }

    static CallerGate otherPrivacyService(AuthorityRoots roots, String authority) {
        return new CallerGate(
                roots,
                caller -> caller.unit().equals(Caller.PRIVACY_SERVICE)
                        && !caller.authority().equals(authority));
    }

    @Override
    public void handle(RoutingContext context) {
        Caller caller = identify(context.request())
                .filter(admitted)
                .orElseThrow(() -> new ProblemException(ProblemCode.CALLER_REFUSED));
        context.put(CALLER, caller).next();
    }

    static Caller caller(RoutingContext context) {
        return context.get(CALLER);
    }

    private Optional<Caller> identify(HttpServerRequest request) {
        try {
            List<Certificate> presented = request.connection().peerCertificates();
            if (identified.size() >= MOST_REMEMBERED) {
                identified.clear();
            }
            return identified.computeIfAbsent(presented.get(0), leaf -> roots.identify(presented));
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
