// SPDX-License-Identifier: Apache-2.0
package org.caseledger.procedure.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** The JSON of a case's header and of its roles. */
final class HeaderCodec {

    private static final int VERSION = 1;
    private static final Set<String> FIELDS =
            Set.of("v", "case", "definition", "calendars", "openedBy", "roles", "count", "last", "sealed", "state");

    private HeaderCodec() {}

    static ObjectNode toJson(CaseHeader header) {
        var json = JsonNodeFactory.instance.objectNode();
        json.put("v", VERSION);
        json.put("case", header.id().value());
        json.set("definition", toJson(header.definition()));
        var calendars = json.putArray("calendars");
        header.calendars().forEach(calendar -> calendars.add(toJson(calendar)));
        json.put("openedBy", header.openedBy());
        json.set("roles", toJson(header.roles()));
        json.put("count", header.count());
        json.put("last", header.last().value());
        json.put("sealed", header.sealed());
        json.set("state", header.state());
        return json;
    }

    static CaseHeader read(JsonNode json) {
        var fields = Fields.of("header", json, FIELDS).version(VERSION);
        if (!(fields.node("state") instanceof ObjectNode state)) {
            throw new MalformedRecordException("state", "is not a JSON object");
        }
        return new CaseHeader(
                new CaseId(fields.text("case")),
                pin(fields.node("definition")),
                fields.list("calendars", HeaderCodec::pin),
                fields.text("openedBy"),
                readRoles(fields.node("roles")),
                Forms.requireNumber("count", fields.integer("count")),
                fields.command("last"),
                fields.bool("sealed"),
                state);
    }

    static ObjectNode toJson(Roles roles) {
        var json = JsonNodeFactory.instance.objectNode();
        roles.members().forEach((role, authorities) -> {
            var array = json.putArray(role);
            authorities.forEach(array::add);
        });
        return json;
    }

    static Roles readRoles(JsonNode json) {
        if (!json.isObject()) {
            throw new MalformedRecordException("roles", "is not a JSON object");
        }
        var members = new TreeMap<String, List<String>>();
        json.properties().forEach(role -> members.put(role.getKey(), authorities(role.getValue())));
        return new Roles(members);
    }

    private static List<String> authorities(JsonNode array) {
        if (!array.isArray()) {
            throw new MalformedRecordException("roles", "has a role without a list of authorities");
        }
        var authorities = StreamSupport.stream(array.spliterator(), false)
                .map(authority -> Fields.text("roles", authority))
                .toList();
        if (!authorities.equals(authorities.stream().sorted().distinct().toList())) {
            throw new MalformedRecordException("roles", "has authorities that are not sorted and unique");
        }
        return authorities;
    }

    private static ObjectNode toJson(Pin pin) {
        return JsonNodeFactory.instance.objectNode().put("id", pin.id()).put("hash", pin.hash());
    }

    private static Pin pin(JsonNode json) {
        var fields = Fields.of("pin", json, Set.of("id", "hash"));
        return new Pin(fields.text("id"), fields.text("hash"));
    }
}
