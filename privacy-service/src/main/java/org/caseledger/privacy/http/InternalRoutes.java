// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.http;

import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.caseledger.privacy.http.Bodies.CaseAndFileNumber;
import org.caseledger.privacy.http.Bodies.CaseOnly;
import org.caseledger.privacy.http.Bodies.HandleAndFileNumber;
import org.caseledger.privacy.http.Bodies.HandleOrFileNumber;
import org.caseledger.privacy.http.Bodies.Names;
import org.caseledger.privacy.http.Bodies.Nothing;
import org.caseledger.privacy.http.Bodies.OpenRequest;
import org.caseledger.privacy.http.Bodies.RequestOnly;
import org.caseledger.privacy.http.Bodies.RequestUntil;
import org.caseledger.privacy.link.LinkService;
import org.caseledger.privacy.link.LinkService.CaseHandle;
import org.caseledger.privacy.request.Destruction;
import org.caseledger.privacy.request.RequestService;

/** What the own gateway may call, under {@code /internal/v1}. */
final class InternalRoutes {

    private static final String BASE = "/internal/v1/";

    private final Router router;

    private InternalRoutes(Router router) {
        this.router = router;
    }

    static void mount(Router router, LinkService links, RequestService requests, Destruction destruction) {
        InternalRoutes routes = new InternalRoutes(router);
        routes.mount(links);
        routes.mount(requests, destruction);
    }

    private void mount(LinkService links) {
        route("links/create", CaseAndFileNumber.class, body -> links.create(body.caseId(), body.fileNumber())
                .map(handle -> Map.of("handle", handle)));
        route("links/discard", CaseOnly.class, body -> links.discard(body.caseId()));
        route("links/resolve", HandleOrFileNumber.class, body -> resolve(links, body)
                .map(found -> Map.of("links", found)));
        route("links/names", Names.class, body -> links.names(body.caseIds(), body.purpose())
                .map(names -> Map.of("names", names)));
        route("links/unclaimed", Nothing.class, body -> links.unclaimed().map(found -> Map.of("links", found)));
        route("links/claim", HandleAndFileNumber.class, body -> links.claim(body.handle(), body.fileNumber()));
    }

    private void mount(RequestService requests, Destruction destruction) {
        route(
                "requests/open",
                OpenRequest.class,
                body -> requests.open(body.requestId(), body.fileNumber(), body.right(), body.receivedOn()));
        route("requests/list", Nothing.class, body -> requests.list().map(list -> Map.of("requests", list)));
        route("requests/retain", RequestUntil.class, body -> requests.retain(body.requestId(), body.until()));
        route("requests/prepare", RequestOnly.class, body -> requests.prepare(body.requestId()));
        route("requests/destroy", RequestOnly.class, body -> destruction.destroy(body.requestId()));
        route("requests/close", RequestOnly.class, body -> requests.close(body.requestId()));
    }

    private <B> void route(String path, Class<B> body, Function<B, ? extends Future<?>> call) {
        router.post(BASE + path).handler(Calls.answering(body, (caller, read) -> call.apply(read)));
    }

    private static Future<List<CaseHandle>> resolve(LinkService links, HandleOrFileNumber body) {
        return body.handle() != null
                ? links.resolveHandle(body.handle())
                : links.resolveFileNumber(String.valueOf(body.fileNumber()));
    }
}
