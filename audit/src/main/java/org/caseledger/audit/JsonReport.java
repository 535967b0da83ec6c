// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordCodec;

/**
 * Writes a report case by case in the form that docs/audit.md documents; records by their component names, dates as ISO
 * dates. What is known only at the end stands at the end.
 *
 * <pre>{@code
 * JsonReport json = new JsonReport(generator);
 * json.finish(audit.verify(request, json, progress));
 * }</pre>
 */
public final class JsonReport implements AuditReader {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(CommandId.class, ToStringSerializer.instance))
            .build();

    private final JsonGenerator out;
    private boolean inRequests;

    /** Writes to the generator, whose mapper is not asked, and flushes it in the end. */
    public JsonReport(JsonGenerator out) {
        this.out = out;
    }

    /** The whole report of a ledger that is known to be small. */
    public static ObjectNode whole(Audit audit, AuditRequest request) {
        try (var buffer = new TokenBuffer(MAPPER, false)) {
            var json = new JsonReport(buffer);
            json.finish(audit.verify(request, json, AuditProgress.NONE));
            return MAPPER.readTree(buffer.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void walked(AuditReport blocks) {
        write(() -> {
            out.writeStartObject();
            out.writeNumberField("v", 1);
            out.writeStringField("asOf", blocks.asOf().toString());
            field("ledger", blocks.ledger());
            field("verified", blocks.verified());
            field("copies", blocks.copies());
            out.writeArrayFieldStart("cases");
        });
    }

    @Override
    public void evaluated(CaseResult result) {
        write(() -> {
            if (result.kind().equals("request")) {
                startRequests();
            }
            MAPPER.writeTree(out, json(result));
        });
    }

    /** Writes what remains. */
    public void finish(AuditReport report) {
        write(() -> {
            startRequests();
            out.writeEndArray();
            out.writeArrayFieldStart("findings");
            for (var finding : report.findings()) {
                MAPPER.writeTree(out, json(finding));
            }
            out.writeEndArray();
            out.writeBooleanField("sound", report.sound());
            out.writeEndObject();
            out.flush();
        });
    }

    private void startRequests() throws IOException {
        if (!inRequests) {
            inRequests = true;
            out.writeEndArray();
            out.writeArrayFieldStart("requests");
        }
    }

    private void field(String name, Object value) throws IOException {
        out.writeFieldName(name);
        MAPPER.writeTree(out, MAPPER.valueToTree(value));
    }

    private static ObjectNode json(CaseResult result) {
        var header = result.header();
        var json = MAPPER.createObjectNode().put("id", header.id().value()).put("openedBy", header.openedBy());
        json.set("roles", RecordCodec.toJson(header.roles()));
        json.put("entries", result.entries()).put("sealed", header.sealed());
        json.set("evaluation", MAPPER.valueToTree(result.evaluation()));
        return json;
    }

    private static ObjectNode json(Finding finding) {
        var json = MAPPER.createObjectNode()
                .put("code", finding.code().name())
                .put("sentence", finding.code().sentence());
        if (finding.block() >= 0) {
            json.put("block", finding.block());
        }
        if (finding.transaction() >= 0) {
            json.put("transaction", finding.transaction());
        }
        return json.put("detail", finding.detail());
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written.", e);
        }
    }
}
