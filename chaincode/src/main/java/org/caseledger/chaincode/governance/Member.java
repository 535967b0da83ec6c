// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.regex.Pattern;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;

/**
 * An authority that takes part.
 *
 * @param authority its id
 * @param country two capital letters; decides which day it is for its steps
 */
public record Member(String authority, String country) {

    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    public Member {
        Forms.requireAuthority("authority", authority);
        if (!COUNTRY.matcher(country).matches()) {
            throw new MalformedRecordException("country", "is not two capital letters");
        }
    }

    JsonNode toJson() {
        return JsonNodeFactory.instance.objectNode().put("authority", authority).put("country", country);
    }
}
