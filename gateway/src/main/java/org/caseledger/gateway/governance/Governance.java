// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.governance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.caseledger.gateway.GatewayOptions;
import org.caseledger.gateway.ledger.LedgerClient;
import org.caseledger.gateway.ledger.LedgerConnection;
import org.caseledger.gateway.ledger.RefusedByLedgerException;
import org.caseledger.procedure.calendar.CalendarReader;
import org.caseledger.procedure.definition.Definition;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.record.Pin;

/**
 * One authority's voice in what all must agree on. Every call reads first and does what is still missing, so that it
 * can be repeated: it proposes what nobody proposed and approves what this authority has not approved. Blocks until
 * committed.
 *
 * <pre>{@code
 * try (var governance = Governance.connect("AT-DUBLIN", ledgerOptions)) {
 *     governance.participants(List.of(new Participant("AT-DUBLIN", "AT"), new Participant("BG-DUBLIN", "BG")));
 *     governance.calendar(calendar.content());
 *     governance.definition(definition.content());
 * }
 * }</pre>
 */
public final class Governance implements AutoCloseable {

    private static final String NEED_TO_KNOW = "need-to-know";

    private final String authority;
    private final LedgerConnection connection;
    private final LedgerClient ledger;
    private final PatientSubmit submit;

    private Governance(String authority, LedgerConnection connection) {
        this.authority = authority;
        this.connection = connection;
        this.ledger = new LedgerClient(connection);
        this.submit = new PatientSubmit(ledger);
    }

    public static Governance connect(String authority, GatewayOptions.Ledger ledger) {
        return new Governance(authority, LedgerConnection.open(authority, ledger));
    }

    /** {@link #participants(List, Definition.Channel)} of a common channel. */
    public boolean participants(List<Participant> members) {
        return participants(members, Definition.Channel.COMMON);
    }

    /**
     * Proposes and approves the founding list with the class of the channel.
     *
     * @return whether it is active now: every member approved
     * @throws GovernanceException if another class was proposed
     */
    public boolean participants(List<Participant> members, Definition.Channel channel) {
        var list = JsonNodeFactory.instance.arrayNode();
        members.stream().sorted(Comparator.comparing(Participant::authority)).forEach(member -> list.addObject()
                .put("authority", member.authority())
                .put("country", member.country()));
        var needToKnow = channel == Definition.Channel.NEED_TO_KNOW;
        var proposed = read("participants", object());
        if (proposed.isEmpty()) {
            var argument = needToKnow ? object().put("channel", NEED_TO_KNOW) : object();
            submit.submit("participants:propose", argument.set("members", list));
        } else if (proposed.get().has("channel") != needToKnow) {
            throw new GovernanceException(
                    "HASH_DIFFERS",
                    "The channel was founded as another class than the one asked for. Correct the class.");
        }
        return approve("participants", object());
    }

    /**
     * Proposes and approves a calendar.
     *
     * @param content the ledger's form, see {@code Calendar.content()}
     * @return whether it is active now: a majority of the participants approved
     */
    public boolean calendar(JsonNode content) {
        return agree("calendars", CalendarReader.read(content).pin(), content);
    }

    /**
     * Proposes and approves a definition; the calendars that it names come first.
     *
     * @param content the ledger's form, see {@code Definition.content()}
     * @return whether it is active now: a majority of the participants approved
     */
    public boolean definition(JsonNode content) {
        return agree("procedures", DefinitionReader.read(content).pin(), content);
    }

    private boolean agree(String contract, Pin pin, JsonNode content) {
        var key = object().put("id", pin.id());
        var proposed = read(contract, key);
        if (proposed.isEmpty()) {
            submit.submit(contract + ":propose", object().set("content", content));
        } else if (!proposed.get().path("hash").asText().equals(pin.hash())) {
            throw new GovernanceException(
                    "HASH_DIFFERS", "Another content was proposed as " + pin.id() + ". Give this one a new version.");
        }
        return approve(contract, key);
    }

    private boolean approve(String contract, ObjectNode key) {
        var value = read(contract, key).orElseThrow(() -> new GovernanceException("NOT_PROPOSED", "Propose it first."));
        if (value.path("active").asBoolean() || approvedByUs(value)) {
            return value.path("active").asBoolean();
        }
        submit.submit(
                contract + ":approve",
                key.deepCopy().put("hash", value.path("hash").asText()));
        return read(contract, key).map(now -> now.path("active").asBoolean()).orElse(false);
    }

    private boolean approvedByUs(JsonNode value) {
        for (var approval : value.path("approvals")) {
            if (approval.asText().equals(authority)) {
                return true;
            }
        }
        return false;
    }

    private Optional<JsonNode> read(String contract, ObjectNode key) {
        try {
            return Optional.of(ledger.evaluate(contract + ":read", key));
        } catch (RefusedByLedgerException refused) {
            if (refused.refusal().code().equals("NOT_PROPOSED")) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public void close() {
        connection.close();
    }
}
