// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.http;

import com.nimbusds.jose.jwk.ECKey;
import io.vertx.core.Future;
import io.vertx.ext.web.Router;
import java.util.Map;
import org.caseledger.privacy.http.Bodies.Nothing;
import org.caseledger.privacy.http.Bodies.Sealed;
import org.caseledger.privacy.share.ShareService;
import org.caseledger.privacy.tls.Caller;

/** What another authority's privacy service may call, under {@code /peer/v1}. */
final class PeerRoutes {

    private PeerRoutes() {}

    static void mount(Router router, ShareService shares) {
        router.post("/peer/v1/receiver-key")
                .handler(Calls.answering(Nothing.class, (caller, body) -> receiverKey(shares, caller)));
        router.post("/peer/v1/shares")
                .handler(Calls.answering(
                        Sealed.class, (caller, body) -> shares.takeShare(caller.authority(), body.jwe())));
        router.post("/peer/v1/requests")
                .handler(Calls.answering(
                        Sealed.class, (caller, body) -> shares.takeRequest(caller.authority(), body.jwe())));
    }

    private static Future<Map<String, Object>> receiverKey(ShareService shares, Caller caller) {
        ECKey key = shares.receiverKey(caller.authority());
        return Future.succeededFuture(Map.of("kid", key.getKeyID(), "jwk", key.toJSONObject()));
    }
}
