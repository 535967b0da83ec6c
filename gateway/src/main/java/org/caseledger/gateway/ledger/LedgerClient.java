// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.caseledger.procedure.record.CanonicalJson;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** The stages of a transaction, each by itself, so that a caller can keep what it has between them. Blocks its thread. */
public final class LedgerClient {

    private final LedgerConnection connection;

    public LedgerClient(LedgerConnection connection) {
        this.connection = connection;
    }

    /** Asks a majority of the authorities to execute; {@code argument} gets its version field here. */
    public Endorsement endorse(String function, ObjectNode argument) {
        var proposal = proposal(function, argument);
        try {
            var transaction = proposal.endorse();
            return new Endorsement.Endorsed(transaction.getTransactionId(), transaction.getBytes());
        } catch (GatewayException failed) {
            return failure(failed);
        }
    }

    /**
     * Hands a kept envelope to ordering. Sending the same one twice does no harm.
     *
     * @throws LedgerUnavailableException when it is not known whether ordering took it
     */
    public void submit(byte[] envelope) {
        try {
            connection.gateway().newTransaction(envelope).submitAsync();
        } catch (SubmitException failed) {
            if (failed.getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                throw unavailable(failed);
            }
        }
    }

    /** Asks what became of a transaction; empty when the ledger knows nothing of it within that time. */
    public Optional<TxValidationCode> status(String transaction, Duration patience) {
        try {
            return Optional.of(connection
                    .gateway()
                    .newCommit(statusRequest(transaction).toByteArray())
                    .getStatus(call -> call.withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .getCode());
        } catch (CommitStatusException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Runs a reading function at the authority's own peer.
     *
     * @throws RefusedByLedgerException when the contract refuses
     * @throws LedgerUnavailableException when no answer came
     */
    public JsonNode evaluate(String function, ObjectNode argument) {
        try {
            return CanonicalJson.read(proposal(function, argument).evaluate());
        } catch (GatewayException failed) {
            if (failure(failed) instanceof Endorsement.Refused refused) {
                throw new RefusedByLedgerException(refused.refusal());
            }
            throw unavailable(failed);
        }
    }

    private Proposal proposal(String function, ObjectNode argument) {
        var versioned = argument.deepCopy().put("v", 1);
        return connection
                .network()
                .getContract(connection.chaincode())
                .newProposal(function)
                .addArguments(CanonicalJson.write(versioned))
                .build();
    }

    private SignedCommitStatusRequest statusRequest(String transaction) {
        var identity = connection.gateway().getIdentity();
        var creator = SerializedIdentity.newBuilder()
                .setMspid(identity.getMspId())
                .setIdBytes(ByteString.copyFrom(identity.getCredentials()))
                .build();
        var request = CommitStatusRequest.newBuilder()
                .setTransactionId(transaction)
                .setChannelId(connection.channelName())
                .setIdentity(creator.toByteString())
                .build();
        return SignedCommitStatusRequest.newBuilder()
                .setRequest(request.toByteString())
                .build();
    }

    private static Endorsement failure(GatewayException failed) {
        var details = failed.getDetails().stream().map(ErrorDetail::getMessage).toList();
        var messages = details.isEmpty() ? Stream.of(failed.getMessage()).toList() : details;
        var refusal = LedgerRefusal.unanimous(messages);
        if (refusal.isPresent()) {
            return new Endorsement.Refused(refusal.get());
        }
        return failed.getStatus().getCode() == Status.Code.ABORTED
                ? new Endorsement.Disagreement()
                : new Endorsement.Unavailable();
    }

    private static LedgerUnavailableException unavailable(GatewayException failed) {
        return new LedgerUnavailableException(
                "The peer did not answer: " + failed.getStatus().getCode(), failed);
    }
}
