// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.write;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.caseledger.procedure.record.CanonicalJson;

/** What a key was used for: a hash of what was asked, without what could name a person. */
public final class Fingerprint {

    private static final List<String> LEFT_OUT = List.of("fileNumber", "handle");

    private Fingerprint() {}

    /** SHA-256 of kind and body, 64 hex digits. */
    public static String of(OperationKind kind, ObjectNode body) {
        var asked = JsonNodeFactory.instance.objectNode().put("kind", kind.word());
        asked.set("body", body.deepCopy().remove(LEFT_OUT));
        return CanonicalJson.hash(asked);
    }
}
