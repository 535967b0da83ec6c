// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caseledger.procedure.calendar.Calendar;
import org.caseledger.procedure.calendar.CalendarReader;
import org.caseledger.procedure.definition.DefinitionReader;
import org.caseledger.procedure.engine.Engine;
import org.caseledger.procedure.record.CanonicalJson;
import org.caseledger.procedure.record.CaseHeader;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.MalformedRecordException;
import org.caseledger.procedure.record.Pin;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.RecordedStep;
import org.jspecify.annotations.Nullable;

/** Evaluates every case from all its entries, by the definition and calendars that it is bound to. */
final class CaseResults {

    /** Evaluations of one such lot are held at a time. */
    private static final int AT_ONCE = 64;

    private final ReplayedState state;
    private final LocalDate asOf;
    private final Map<List<Pin>, Engine> engines = new ConcurrentHashMap<>();

    CaseResults(ReplayedState state, LocalDate asOf) {
        this.state = state;
        this.asOf = asOf;
    }

    /** One case; {@code result} is null when it cannot be evaluated. */
    private record Evaluated(
            @Nullable CaseResult result, @Nullable Finding finding) {}

    /** Evaluates all cases on all cores, hands them over in order, and keeps what is wrong alone. */
    List<Finding> evaluate(AuditReader reader, AuditProgress progress) {
        var findings = new ArrayList<Finding>();
        var all = state.cases().size() + state.requests().size();
        var done = new long[1];
        state.headers(keys -> {
            for (var from = 0; from < keys.size(); from += AT_ONCE) {
                var some = keys.subList(from, Math.min(keys.size(), from + AT_ONCE));
                for (var evaluated : some.parallelStream().map(this::evaluate).toList()) {
                    if (evaluated.result() != null) {
                        reader.evaluated(evaluated.result());
                    }
                    if (evaluated.finding() != null) {
                        findings.add(evaluated.finding());
                    }
                    progress.evaluated(++done[0], all);
                }
            }
        });
        return findings;
    }

    private Evaluated evaluate(String headerKey) {
        CaseResult result = null;
        try {
            var header = RecordCodec.readHeader(json(headerKey));
            var kind = headerKey.substring(0, headerKey.indexOf('/'));
            var entries = entries(kind, header);
            var engine = engine(header);
            var steps = steps(kind, header, entries);
            var evaluation = engine.evaluate(steps, header.roles(), asOf, null);
            result = new CaseResult(kind, header, entries.size(), evaluation);
            var same = engine.replay(steps, header.roles()).toJson().equals(header.state());
            return new Evaluated(result, same ? null : Finding.ofLedger(FindingCode.CASE_STATE_DIFFERS, headerKey));
        } catch (MalformedRecordException unreadable) {
            return new Evaluated(result, Finding.ofLedger(FindingCode.CASE_UNREADABLE, headerKey));
        }
    }

    private List<Entry> entries(String kind, CaseHeader header) {
        var entries = new ArrayList<Entry>();
        var command = header.last();
        while (entries.size() < header.count()) {
            var entry = RecordCodec.readEntry(json(entryKey(kind, header, command.value())));
            entries.add(entry);
            if (entry.prev() == null) {
                break;
            }
            command = entry.prev();
        }
        if (entries.size() != header.count()) {
            throw new MalformedRecordException("count", "is not the number of entries");
        }
        Collections.reverse(entries);
        return entries;
    }

    private List<RecordedStep> steps(String kind, CaseHeader header, List<Entry> entries) {
        var steps = new ArrayList<RecordedStep>();
        for (var entry : entries) {
            if (entry.content() instanceof Entry.Step step) {
                var key = entryKey(kind, header, step.command().value());
                steps.add(new RecordedStep(step.step(), entry.by(), state.recordedAt(key)));
            }
        }
        return steps;
    }

    private Engine engine(CaseHeader header) {
        var pins = new ArrayList<>(header.calendars());
        pins.add(header.definition());
        var known = engines.get(pins);
        if (known != null) {
            return known;
        }
        var calendars = new ArrayList<Calendar>();
        for (var pin : header.calendars()) {
            calendars.add(CalendarReader.read(content("calendar", pin)));
        }
        var engine = Engine.of(DefinitionReader.read(content("procedure", header.definition())), calendars);
        engines.put(pins, engine);
        return engine;
    }

    private JsonNode content(String kind, Pin pin) {
        var content = json(kind + "/" + pin.id()).path("content");
        if (!CanonicalJson.hash(content).equals(pin.hash())) {
            throw new MalformedRecordException("hash", "is not that of the content");
        }
        return content;
    }

    private JsonNode json(String key) {
        var value = state.get(key);
        if (value == null) {
            throw new MalformedRecordException("key", "is missing");
        }
        return CanonicalJson.read(value);
    }

    private static String entryKey(String kind, CaseHeader header, String command) {
        return (kind.equals("case") ? "step/" : "request-step/") + header.id() + "/" + command;
    }
}
