// SPDX-License-Identifier: Apache-2.0
package org.caseledger.chaincode.invocation;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.caseledger.chaincode.Refusal;
import org.caseledger.chaincode.RefusedException;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.CaseId;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.Forms;
import org.caseledger.procedure.record.MalformedRecordException;

/** A JSON object that is read strictly: no field but the expected ones, each of its decided form. */
public final class Argument {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final JsonNode json;

    private Argument(JsonNode json) {
        this.json = json;
    }

    /**
     * Reads a function's argument, in its only canonical form, so that nothing can be carried in spaces, the order of
     * fields or the writing of a number.
     */
    static Argument parse(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var json = CanonicalJson.read(bytes);
        if (!Arrays.equals(CanonicalJson.write(json), bytes)) {
            throw new RefusedException(Refusal.ARGUMENT_NOT_CANONICAL);
        }
        return new Argument(json);
    }

    /** Requires version 1 and exactly these fields beside {@code v}. */
    public Argument versioned(String... fields) {
        var all = new ArrayList<>(Arrays.asList(fields));
        all.add("v");
        exactly(all);
        if (!json.get("v").isInt() || json.get("v").intValue() != 1) {
            throw new MalformedRecordException("v", "is not 1");
        }
        return this;
    }

    /** Whether there is such a field; for one that may be left out. */
    public boolean has(String field) {
        return json.has(field);
    }

    /** The one field as a step, definition or other value that has its own strict reader. */
    public JsonNode value(String field) {
        return json.get(field);
    }

    public CaseId caseId(String field) {
        return new CaseId(Forms.requireHex128(field, text(field)));
    }

    public CommandId command() {
        return new CommandId(text("command"));
    }

    public String code(String field) {
        return Forms.requireCode(field, text(field));
    }

    public String authority() {
        return Forms.requireAuthority("authority", text("authority"));
    }

    public String versionedId(String field) {
        return Forms.requireVersioned(field, text(field));
    }

    public String hash() {
        return Forms.requireHex256("hash", text("hash"));
    }

    public String hex128(String field) {
        return Forms.requireHex128(field, text(field));
    }

    /** A whole number from 1 to 1,000. */
    public int round() {
        var number = json.get("round");
        if (!number.isInt() || number.intValue() < 1 || number.intValue() > 1000) {
            throw new MalformedRecordException("round", "is not a number from 1 to 1000");
        }
        return number.intValue();
    }

    public LocalDate date(String field) {
        var text = text(field);
        try {
            if (DATE.matcher(text).matches()) {
                return Forms.requireDate(field, LocalDate.parse(text));
            }
        } catch (DateTimeException impossible) {
            throw new MalformedRecordException(field, "is no day of the calendar");
        }
        throw new MalformedRecordException(field, "is not a date");
    }

    /** A list of objects with exactly these fields. */
    public List<Argument> objects(String field, int most, String... fields) {
        var items = new ArrayList<Argument>();
        for (var item : list(field, 1, most)) {
            var object = new Argument(item);
            object.exactly(Arrays.asList(fields));
            items.add(object);
        }
        return items;
    }

    /** A list of texts. */
    public List<String> texts(String field, int least, int most) {
        var items = new ArrayList<String>();
        for (var item : list(field, least, most)) {
            items.add(requireText(field, item));
        }
        return items;
    }

    public String text(String field) {
        return requireText(field, json.get(field));
    }

    private JsonNode list(String field, int least, int most) {
        var list = json.get(field);
        if (!list.isArray() || list.size() < least || list.size() > most) {
            throw new MalformedRecordException(field, "is not a list of the decided length");
        }
        return list;
    }

    private static String requireText(String field, JsonNode value) {
        if (!value.isTextual()) {
            throw new MalformedRecordException(field, "is not a text");
        }
        return value.textValue();
    }

    private void exactly(List<String> fields) {
        if (!json.isObject()) {
            throw new MalformedRecordException("argument", "is not an object");
        }
        for (var field : fields) {
            if (!json.has(field)) {
                throw new MalformedRecordException(field, "is missing");
            }
        }
        if (json.size() != fields.size()) {
            throw new MalformedRecordException("argument", "has a field that is not known");
        }
    }
}
