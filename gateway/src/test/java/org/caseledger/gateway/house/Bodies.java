// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.house;

/** Bodies of the timeline that the tests play: the steps of C-201/16. */
public final class Bodies {

    private Bodies() {}

    /** Austria opens under that file number; nobody is bound as requested yet. */
    public static String open(String fileNumber) {
        return """
                {"fileNumber":"%s","definition":"dublin3-take-back@1","roles":{"requesting":["AT-DUBLIN"]},
                 "step":{"step":"lodged","role":"requesting","occurredOn":"2015-03-07","attributes":{}}}
                """.formatted(fileNumber);
    }

    public static String party(String authority) {
        return "{\"role\":\"requested\",\"authority\":\"" + authority + "\"}";
    }

    public static String request(String on) {
        return step("request", "requesting", on, "{\"basis\":\"eurodac\"}");
    }

    public static String accept(String on) {
        return step("accept", "requested", on, "{}");
    }

    public static String step(String step, String role, String on, String attributes) {
        return "{\"step\":\"%s\",\"role\":\"%s\",\"occurredOn\":\"%s\",\"attributes\":%s}"
                .formatted(step, role, on, attributes);
    }
}
