// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Founds the consortium of the tests. */
final class Founding {

    private Founding() {}

    static TestLedger founded() {
        return found(new TestLedger());
    }

    static TestLedger found(TestLedger ledger) {
        var hash = ledger.submit(TestLedger.AT, "participants:propose", Founding::members)
                .get("hash")
                .asText();
        for (var authority : new String[] {TestLedger.BG, TestLedger.DE, TestLedger.FR}) {
            ledger.submit(authority, "participants:approve", argument -> argument.put("hash", hash));
        }
        return ledger;
    }

    /** A ledger of those who need to know. */
    static TestLedger closed() {
        var ledger = new TestLedger();
        var hash = ledger.submit(TestLedger.AT, "participants:propose", argument -> {
                    members(argument);
                    argument.put("channel", "need-to-know");
                })
                .get("hash")
                .asText();
        for (var authority : new String[] {TestLedger.BG, TestLedger.DE, TestLedger.FR}) {
            ledger.submit(authority, "participants:approve", argument -> argument.put("hash", hash));
        }
        return ledger;
    }

    static void members(ObjectNode argument) {
        members(argument, TestLedger.AT, TestLedger.BG, TestLedger.DE, TestLedger.FR);
    }

    static void members(ObjectNode argument, String... authorities) {
        var members = argument.putArray("members");
        for (var authority : authorities) {
            members.addObject().put("authority", authority).put("country", authority.substring(0, 2));
        }
    }
}
