// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import org.caseledger.cli.consortium.Consortium;
import org.caseledger.cli.tokens.DemoRole;

/** What one can do with a demo that stays up: addresses, users with their tokens, and three calls to try. */
final class Welcome {
    private final List<Demo.Played> played;
    private final PrintWriter out;

    Welcome(List<Demo.Played> played, PrintWriter out) {
        this.played = played;
        this.out = out;
    }

    void print() {
        out.println("\nEverything stays up until Ctrl-C. REST interfaces (openapi.yaml of the gateway):");
        played.forEach(of -> of.consortium()
                .authorities()
                .forEach(authority -> out.printf(
                        "  %-12s %s%n", authority.id(), of.consortium().api(authority.id()))));
        out.println("\nDemo users, each with a token for 12 hours:");
        played.forEach(
                of -> of.consortium().authorities().forEach(authority -> users(of.consortium(), authority.id())));
        played.forEach(this::calls);
        out.flush();
    }

    private void users(Consortium consortium, String authority) {
        user(consortium, authority, "caseworker", DemoRole.CASEWORKER);
        user(consortium, authority, "protection", DemoRole.DATA_PROTECTION_DESK);
        user(consortium, authority, "auditor", DemoRole.AUDITOR);
    }

    private void user(Consortium consortium, String authority, String name, DemoRole role) {
        out.printf("  %s %s%n    %s%n", authority, name, consortium.token(authority, "demo-" + role.claim(), role));
    }

    private void calls(Demo.Played of) {
        String opener = of.play().opening().by();
        out.println("\nThree calls to try as " + opener + ":");
        out.println(call(of.consortium(), opener, "/procedures", ""));
        out.println(call(
                of.consortium(),
                opener,
                "/cases",
                " -H 'Content-Type: application/json' -H 'Idempotency-Key: " + UUID.randomUUID() + "' -d '"
                        + Casework.opening(of.play(), of.play().trial()) + "'"));
        out.println(call(of.consortium(), opener, "/worklist", ""));
    }

    private static String call(Consortium consortium, String opener, String path, String options) {
        return "  curl --cacert '" + consortium.tlsRoot(opener) + "' -H 'Authorization: Bearer "
                + consortium.token(opener, "demo-caseworker", DemoRole.CASEWORKER) + "'" + options + " "
                + consortium.api(opener) + path;
    }
}
