// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.LocalDate;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordCodec;

/** Renders a report; records by their component names, dates as ISO dates. */
final class ReportJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addSerializer(LocalDate.class, ToStringSerializer.instance)
                    .addSerializer(CommandId.class, ToStringSerializer.instance))
            .build();

    private ReportJson() {}

    static ObjectNode of(AuditReport report) {
        var json = MAPPER.createObjectNode().put("v", 1).put("sound", report.sound());
        json.put("asOf", report.asOf().toString());
        json.set("ledger", MAPPER.valueToTree(report.ledger()));
        json.set("verified", MAPPER.valueToTree(report.verified()));
        json.set("copies", MAPPER.valueToTree(report.copies()));
        cases(report, "case", json.putArray("cases"));
        cases(report, "request", json.putArray("requests"));
        var findings = json.putArray("findings");
        report.findings().forEach(finding -> findings.add(finding(finding)));
        return json;
    }

    private static void cases(AuditReport report, String kind, ArrayNode into) {
        report.cases().stream().filter(result -> result.kind().equals(kind)).forEach(result -> {
            var header = result.header();
            var json = into.addObject().put("id", header.id().value()).put("openedBy", header.openedBy());
            json.set("roles", RecordCodec.toJson(header.roles()));
            json.put("entries", result.entries()).put("sealed", header.sealed());
            json.set("evaluation", MAPPER.valueToTree(result.evaluation()));
        });
    }

    private static ObjectNode finding(Finding finding) {
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
}
