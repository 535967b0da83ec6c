// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.caseledger.procedure.record.CanonicalJson;
import org.jspecify.annotations.Nullable;

/**
 * The closed details of a refusal. None of them repeats what the caller made up: a field is one of decision 0001, a
 * subject one that the pinned definition names.
 *
 * @param item index in the list that was sent, from 0
 * @param field name of the field that is malformed
 * @param subject the step, role, limit, attribute or irregularity that the refusal is about
 * @param date the latest date that would have been taken
 */
public record RefusalDetails(
        @Nullable Integer item,
        @Nullable String field,
        @Nullable String subject,
        @Nullable LocalDate date) implements Serializable {

    public static final RefusalDetails NONE = new RefusalDetails(null, null, null, null);

    public static RefusalDetails field(String field) {
        return new RefusalDetails(null, field, null, null);
    }

    public static RefusalDetails subject(String subject) {
        return new RefusalDetails(null, null, subject, null);
    }

    public static RefusalDetails date(LocalDate date) {
        return new RefusalDetails(null, null, null, date);
    }

    RefusalDetails at(int index) {
        return new RefusalDetails(index, field, subject, date);
    }

    String toJson() {
        var json = JsonNodeFactory.instance.objectNode();
        if (item != null) {
            json.put("item", item);
        }
        if (field != null) {
            json.put("field", field);
        }
        if (subject != null) {
            json.put("subject", subject);
        }
        if (date != null) {
            json.put("date", date.toString());
        }
        return new String(CanonicalJson.write(json), StandardCharsets.UTF_8);
    }
}
