// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.requests;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.caseledger.gateway.links.TombstoneBatch;
import org.caseledger.gateway.write.Fingerprint;
import org.caseledger.gateway.write.Ids;
import org.caseledger.gateway.write.Operation;
import org.caseledger.gateway.write.OperationKind;
import org.caseledger.gateway.write.Until;
import org.caseledger.gateway.write.Writes;
import org.caseledger.procedure.record.CommandId;
import org.caseledger.procedure.record.RecordCodec;
import org.caseledger.procedure.record.StepRecord;

/** Steps of a request and batches of tombstones, on the ledger. */
final class RequestWrites {

    private final Writes writes;
    private final Ids ids;

    RequestWrites(Writes writes, Ids ids) {
        this.writes = writes;
        this.ids = ids;
    }

    /** A decision under the caller's key. */
    Future<Writes.Result> decide(
            UUID key, String request, ObjectNode asked, LocalDate on, Map<String, String> attributes) {
        return record(
                key,
                OperationKind.DECISION,
                Fingerprint.of(OperationKind.DECISION, asked),
                request,
                RequestFile.DECIDED,
                on,
                attributes);
    }

    /** A further step of this authority in the request's procedure, under the caller's key. */
    Future<Writes.Result> step(
            UUID key, String request, ObjectNode asked, String step, LocalDate on, Map<String, String> attributes) {
        return record(
                key, OperationKind.ACTION, Fingerprint.of(OperationKind.ACTION, asked), request, step, on, attributes);
    }

    /** A confirmation; its key follows from the commitment, so that it is written once. */
    Future<Writes.Result> confirm(String request, String commitment, LocalDate on) {
        var asked = JsonNodeFactory.instance.objectNode().put("commitment", commitment);
        return record(
                derived(request, commitment),
                OperationKind.ERASURE,
                Fingerprint.of(OperationKind.ERASURE, asked),
                request,
                RequestFile.CONFIRMED,
                on,
                Map.of("commitment", commitment));
    }

    /** A batch of tombstones; in no transaction with anything that names the request. */
    Future<Writes.Result> publish(String request, TombstoneBatch batch) {
        var argument = JsonNodeFactory.instance.objectNode().put("batch", batch.batch());
        var values = argument.putArray("values");
        batch.tombstones().stream().sorted().forEach(values::add);
        var operation = Operation.ledger(
                derived(request, batch.batch()),
                OperationKind.ERASURE,
                Fingerprint.of(OperationKind.ERASURE, argument),
                request,
                null,
                "tombstones:publish",
                argument);
        return settled(operation);
    }

    private Future<Writes.Result> record(
            UUID key,
            OperationKind kind,
            String fingerprint,
            String request,
            String step,
            LocalDate on,
            Map<String, String> attributes) {
        var command = ids.next();
        var record = StepRecord.of(new CommandId(command), step, RequestFile.CONTROLLER, on, attributes);
        var argument = JsonNodeFactory.instance.objectNode();
        argument.putArray("steps").addObject().put("request", request).set("step", RecordCodec.toJson(record));
        return settled(Operation.ledger(key, kind, fingerprint, request, command, "requests:record", argument));
    }

    private Future<Writes.Result> settled(Operation operation) {
        return writes.begin(operation).compose(begun -> writes.pursue(begun, Until.COMMITTED));
    }

    private static UUID derived(String request, String part) {
        return UUID.nameUUIDFromBytes((request + "/" + part).getBytes(StandardCharsets.US_ASCII));
    }
}
