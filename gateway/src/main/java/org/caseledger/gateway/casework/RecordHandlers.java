// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.casework;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.util.Map;
import java.util.function.BiFunction;
import org.caseledger.gateway.cases.Docket;
import org.caseledger.gateway.cases.DocketStore;
import org.caseledger.gateway.http.Answer;
import org.caseledger.gateway.http.Call;
import org.caseledger.gateway.links.Link;
import org.caseledger.gateway.problem.ProblemCode;
import org.caseledger.gateway.problem.ProblemException;
import org.caseledger.gateway.projection.Kind;
import org.caseledger.gateway.write.Fingerprint;
import org.caseledger.gateway.write.Ids;
import org.caseledger.gateway.write.Operation;
import org.caseledger.gateway.write.OperationKind;
import org.caseledger.gateway.write.Until;
import org.caseledger.gateway.write.Workers;
import org.caseledger.gateway.write.Writes;
import org.caseledger.procedure.record.Entry;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.StepRecord;

/** Entries of a case that exists: steps, corrections, parties, the seal. */
final class RecordHandlers {

    private final Writes writes;
    private final Workers workers;
    private final DocketStore dockets;
    private final CaseLocator locator;
    private final Written written;
    private final Ids ids;

    RecordHandlers(Writes writes, Workers workers, DocketStore dockets, CaseLocator locator, Written written, Ids ids) {
        this.writes = writes;
        this.workers = workers;
        this.dockets = dockets;
        this.locator = locator;
        this.written = written;
        this.ids = ids;
    }

    Future<Answer> step(Call call) {
        return locator.byHandle(call.parameter("handle")).compose(link -> step(call, link, call.body()));
    }

    Future<Answer> stepByFileNumber(Call call) {
        return locator.byFileNumber(call.text("fileNumber"))
                .compose(link -> step(call, link, (ObjectNode) call.body().path("step")));
    }

    Future<Answer> correction(Call call) {
        return locator.byHandle(call.parameter("handle"))
                .compose(link -> perform(call, link, OperationKind.CORRECTION, (id, command) -> {
                    var argument = object().put("case", id);
                    argument.set("step", RecordCodec.toJson(corrected(call.body(), id, command)));
                    return new Part("cases:correct", argument, call.body());
                }));
    }

    Future<Answer> party(Call call) {
        return locator.byHandle(call.parameter("handle"))
                .compose(link -> perform(
                        call,
                        link,
                        OperationKind.PARTY,
                        (id, command) -> new Part(
                                "cases:addParty",
                                object().put("case", id)
                                        .put("command", command)
                                        .put("role", call.text("role"))
                                        .put("authority", call.text("authority")),
                                call.body())));
    }

    Future<Answer> seal(Call call) {
        return locator.byHandle(call.parameter("handle"))
                .compose(link -> perform(
                        call,
                        link,
                        OperationKind.SEAL,
                        (id, command) ->
                                new Part("cases:seal", object().put("case", id).put("command", command), call.body())));
    }

    private Future<Answer> step(Call call, Link link, ObjectNode step) {
        return perform(call, link, OperationKind.STEP, (id, command) -> {
            var argument = object();
            var item = argument.putArray("steps").addObject().put("case", id);
            item.set("step", RecordCodec.toJson(record(step, id, command)));
            return new Part("cases:record", argument, step);
        });
    }

    /** What is written: function and argument, and the part of the body that the key stands for. */
    private record Part(String function, ObjectNode argument, ObjectNode asked) {}

    private Future<Answer> perform(Call call, Link link, OperationKind kind, BiFunction<String, String, Part> part) {
        return workers.run(() -> operation(call, kind, link.caseId(), part))
                .compose(writes::begin)
                .compose(begun -> writes.pursue(begun, Until.of(call.optional("until"))))
                .compose(result -> workers.run(() -> written.answer(result, link.handle())));
    }

    private Operation operation(Call call, OperationKind kind, String caseId, BiFunction<String, String, Part> part) {
        var command = ids.next();
        var wanted = part.apply(caseId, command);
        return Operation.ledger(
                call.key(),
                kind,
                Fingerprint.of(kind, wanted.asked()),
                caseId,
                command,
                wanted.function(),
                wanted.argument());
    }

    private StepRecord record(ObjectNode step, String caseId, String command) {
        if (!StepInput.refers(step)) {
            return StepInput.read(step, command, number -> "");
        }
        var docket = docket(caseId);
        return StepInput.read(step, command, number -> command(docket, number));
    }

    private StepRecord corrected(ObjectNode correction, String caseId, String command) {
        var docket = docket(caseId);
        var step = correction.has("step")
                ? (ObjectNode) correction.path("step").deepCopy()
                : withdrawn(docket, correction.path("supersedes"));
        step.set("supersedes", correction.path("supersedes"));
        step.set("reason", correction.path("reason"));
        return StepInput.read(step, command, number -> command(docket, number));
    }

    /** A withdrawal repeats what it takes back; nothing replaces it. */
    private static ObjectNode withdrawn(Docket docket, JsonNode number) {
        var entry = docket.entry(number.asInt())
                .map(placed -> placed.entry().content())
                .orElseThrow(() -> unknown(number.asInt()));
        if (!(entry instanceof Entry.Step step)) {
            throw unknown(number.asInt());
        }
        var taken = step.step();
        var json = RecordCodec.toJson(
                StepRecord.of(taken.command(), taken.step(), taken.role(), taken.occurredOn(), taken.attributes()));
        json.remove(java.util.List.of("v", "command"));
        return json.put("withdrawal", true);
    }

    private Docket docket(String caseId) {
        return dockets.read(Kind.CASE, caseId).orElseThrow(() -> new ProblemException(ProblemCode.READ_MODEL_BEHIND));
    }

    private static String command(Docket docket, int number) {
        return docket.entry(number)
                .map(placed -> placed.entry().content().command().value())
                .orElseThrow(() -> unknown(number));
    }

    private static ProblemException unknown(int number) {
        return new ProblemException(ProblemCode.ENTRY_UNKNOWN, Map.of("entry", Integer.toString(number)));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
