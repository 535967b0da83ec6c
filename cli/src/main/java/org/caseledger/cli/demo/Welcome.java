// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import java.io.PrintWriter;
import java.util.UUID;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.tokens.DemoRole;
import org.caseledger.network.topology.Authority;

/** What one can do with a demo that stays up: addresses, users with their tokens, and three calls to try. */
final class Welcome {
    private static final String OPENER = Timeline.AUSTRIA;

    private final Consortium consortium;
    private final PrintWriter out;

    Welcome(Consortium consortium, PrintWriter out) {
        this.consortium = consortium;
        this.out = out;
    }

    void print() {
        out.println("\nThe consortium stays up until Ctrl-C. REST interfaces (openapi.yaml of the gateway):");
        for (Authority authority : consortium.authorities()) {
            out.printf("  %-12s %s%n", authority.id(), consortium.api(authority.id()));
        }
        out.println("\nDemo users, each with a token for 12 hours:");
        for (Authority authority : consortium.authorities()) {
            user(authority.id(), "caseworker", DemoRole.CASEWORKER);
            user(authority.id(), "protection", DemoRole.DATA_PROTECTION_DESK);
            user(authority.id(), "auditor", DemoRole.AUDITOR);
        }
        out.println("\nThree calls to try:");
        out.println(call("/procedures", ""));
        out.println(call(
                "/cases",
                " -H 'Content-Type: application/json' -H 'Idempotency-Key: " + UUID.randomUUID() + "' -d '"
                        + Timeline.opening("TEST-000777") + "'"));
        out.println(call("/worklist", ""));
        out.flush();
    }

    private void user(String authority, String name, DemoRole role) {
        out.printf("  %s %s%n    %s%n", authority, name, consortium.token(authority, "demo-" + role.claim(), role));
    }

    private String call(String path, String options) {
        return "  curl --cacert '" + consortium.tlsRoot(OPENER) + "' -H 'Authorization: Bearer "
                + consortium.token(OPENER, "demo-caseworker", DemoRole.CASEWORKER) + "'" + options + " "
                + consortium.api(OPENER) + path;
    }
}
