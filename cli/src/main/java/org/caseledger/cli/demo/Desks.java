// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.tokens.DemoRole;

/** The desks of the authorities, each with a token of its own that may do what that desk does. */
final class Desks {
    private final Consortium consortium;
    private final Map<String, ApiClient> clients = new ConcurrentHashMap<>();

    Desks(Consortium consortium) {
        this.consortium = consortium;
    }

    /** Records steps and reads cases. */
    ApiClient caseworker(String authority) {
        return client(authority, DemoRole.CASEWORKER);
    }

    /** Answers requests of data subjects. */
    ApiClient dataProtection(String authority) {
        return client(authority, DemoRole.DATA_PROTECTION_DESK);
    }

    private ApiClient client(String authority, DemoRole role) {
        return clients.computeIfAbsent(
                authority + " " + role.claim(),
                key -> new ApiClient(
                        authority,
                        consortium.api(authority),
                        consortium.tlsRoot(authority),
                        role.claim(),
                        consortium.token(authority, "demo-" + role.claim(), role)));
    }
}
