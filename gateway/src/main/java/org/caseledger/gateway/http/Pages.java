// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;

/**
 * A page of a list: the items from the cursor on, and the cursor of the next. A cursor is a place in the list and
 * nothing else, so that it discloses nothing.
 */
public record Pages<T>(List<T> items, int next, boolean last) {

    private static final int STANDARD = 50;
    private static final String MARK = "p";

    /** The page that the call asks for. */
    public static <T> Pages<T> of(Call call, List<T> all) {
        int from = Math.min(start(call), all.size());
        int to = Math.min(from + call.number("limit", STANDARD), all.size());
        return new Pages<>(all.subList(from, to), to, to == all.size());
    }

    public ObjectNode render(Function<T, ? extends JsonNode> item) {
        var json = JsonNodeFactory.instance.objectNode();
        var array = json.putArray("items");
        items.forEach(value -> array.add(item.apply(value)));
        return json.put("next", last ? null : cursor(next));
    }

    private static int start(Call call) {
        return call.optional("cursor").map(Pages::place).orElse(0);
    }

    private static String cursor(int place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((MARK + place).getBytes(StandardCharsets.US_ASCII));
    }

    private static int place(String cursor) {
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.startsWith(MARK)) {
                return Integer.parseUnsignedInt(text.substring(MARK.length()));
            }
        } catch (IllegalArgumentException notOurs) {
            throw malformed();
        }
        throw malformed();
    }

    private static ProblemException malformed() {
        return new ProblemException(ProblemCode.PARAMETER_MALFORMED, Map.of("parameter", "cursor"));
    }
}
