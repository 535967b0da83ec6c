// SPDX-License-Identifier: Apache-2.0
package org.caseledger.audit;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.caseledger.chaincode.CaseledgerChaincode;
import org.caseledger.chaincode.replay.Execution;
import org.caseledger.chaincode.replay.RecordedTransaction;
import org.caseledger.ledger.crypto.Hashes;
import org.caseledger.ledger.identity.SigningIdentity;
import org.caseledger.ledger.state.StateKey;
import org.caseledger.ledger.state.StateValue;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ChaincodeEvent;
import org.hyperledger.fabric.protos.peer.ChaincodeHeaderExtension;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeSpec;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;

/** Makes transactions as a client and its endorsers would, executed by the contract, without a network between. */
final class BulkTransactions {

    private static final String CONTRACT = "caseledger";
    private static final StateKey SEQUENCE = new StateKey("_lifecycle", "namespaces/fields/caseledger/Sequence");
    private static final int OK = 200;

    private final CaseledgerChaincode chaincode = new CaseledgerChaincode();
    private final String channel;
    private final List<SigningIdentity> endorsers;
    private final Function<StateKey, Optional<StateValue>> state;

    BulkTransactions(String channel, List<SigningIdentity> endorsers, Function<StateKey, Optional<StateValue>> state) {
        this.channel = channel;
        this.endorsers = endorsers;
        this.state = state;
    }

    /** The signed envelope of one call; {@code nonce} is used once. */
    ByteString call(SigningIdentity client, ByteString nonce, Instant at, String function, String argument) {
        var creator = client.serialized();
        var signatureHeader = SignatureHeader.newBuilder()
                .setCreator(creator)
                .setNonce(nonce)
                .build()
                .toByteString();
        var id = Hashes.hex(Hashes.sha256(nonce, creator));
        var arguments = List.of(function.getBytes(StandardCharsets.UTF_8), argument.getBytes(StandardCharsets.UTF_8));
        var executed = Execution.of(
                chaincode,
                new RecordedTransaction(id, channel, arguments, creator.toByteArray(), at),
                key -> value(key).map(found -> found.value().toByteArray()).orElse(null));
        if (!executed.succeeded()) {
            throw new IllegalStateException(
                    function + ": " + executed.response().getMessage());
        }
        var header = Header.newBuilder()
                .setChannelHeader(channelHeader(id, at).toByteString())
                .setSignatureHeader(signatureHeader)
                .build();
        var proposal = proposal(arguments);
        var response = ProposalResponsePayload.newBuilder()
                .setProposalHash(Hashes.sha256(header.getChannelHeader(), signatureHeader, proposal))
                .setExtension(action(id, executed).toByteString())
                .build()
                .toByteString();
        var payload = Payload.newBuilder()
                .setHeader(header)
                .setData(transaction(signatureHeader, proposal, response).toByteString())
                .build()
                .toByteString();
        return Envelope.newBuilder()
                .setPayload(payload)
                .setSignature(client.sign(payload))
                .build()
                .toByteString();
    }

    private Optional<StateValue> value(String key) {
        return state.apply(new StateKey(CONTRACT, key));
    }

    private ChannelHeader channelHeader(String id, Instant at) {
        return ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setTimestamp(Timestamp.newBuilder().setSeconds(at.getEpochSecond()))
                .setChannelId(channel)
                .setTxId(id)
                .setExtension(ChaincodeHeaderExtension.newBuilder()
                        .setChaincodeId(ChaincodeID.newBuilder().setName(CONTRACT))
                        .build()
                        .toByteString())
                .build();
    }

    private static ByteString proposal(List<byte[]> arguments) {
        var input = ChaincodeInput.newBuilder();
        arguments.forEach(argument -> input.addArgs(ByteString.copyFrom(argument)));
        var spec = ChaincodeInvocationSpec.newBuilder()
                .setChaincodeSpec(ChaincodeSpec.newBuilder()
                        .setType(ChaincodeSpec.Type.NODE)
                        .setChaincodeId(ChaincodeID.newBuilder().setName(CONTRACT))
                        .setInput(input));
        return ChaincodeProposalPayload.newBuilder()
                .setInput(spec.build().toByteString())
                .build()
                .toByteString();
    }

    private Transaction transaction(ByteString signatureHeader, ByteString proposal, ByteString response) {
        var endorsed = ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(response);
        for (var endorser : endorsers) {
            endorsed.addEndorsements(Endorsement.newBuilder()
                    .setEndorser(endorser.serialized())
                    .setSignature(endorser.sign(response, endorser.serialized())));
        }
        var action = ChaincodeActionPayload.newBuilder()
                .setChaincodeProposalPayload(proposal)
                .setAction(endorsed)
                .build();
        return Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder()
                        .setHeader(signatureHeader)
                        .setPayload(action.toByteString()))
                .build();
    }

    private ChaincodeAction action(String id, Execution.Result executed) {
        var response = Response.newBuilder().setStatus(OK);
        var payload = executed.response().getPayload();
        if (payload != null) {
            response.setPayload(ByteString.copyFrom(payload));
        }
        return ChaincodeAction.newBuilder()
                .setResults(results(executed).toByteString())
                .setEvents(event(id, executed))
                .setResponse(response)
                .setChaincodeId(ChaincodeID.newBuilder().setName(CONTRACT).setVersion("0".repeat(64)))
                .build();
    }

    private static ByteString event(String id, Execution.Result executed) {
        var name = executed.eventName();
        var payload = executed.event();
        return name == null || payload == null
                ? ByteString.EMPTY
                : ChaincodeEvent.newBuilder()
                        .setChaincodeId(CONTRACT)
                        .setTxId(id)
                        .setEventName(name)
                        .setPayload(ByteString.copyFrom(payload))
                        .build()
                        .toByteString();
    }

    private TxReadWriteSet results(Execution.Result executed) {
        var own = KVRWSet.newBuilder();
        executed.reads().forEach(key -> own.addReads(read(new StateKey(CONTRACT, key))));
        executed.writes()
                .forEach((key, value) ->
                        own.addWrites(KVWrite.newBuilder().setKey(key).setValue(ByteString.copyFrom(value))));
        var definition = KVRWSet.newBuilder().addReads(read(SEQUENCE));
        var sets = new ArrayList<NsReadWriteSet>();
        sets.add(set("_lifecycle", definition));
        sets.add(set(CONTRACT, own));
        return TxReadWriteSet.newBuilder()
                .setDataModel(TxReadWriteSet.DataModel.KV)
                .addAllNsRwset(sets)
                .build();
    }

    private static NsReadWriteSet set(String namespace, KVRWSet.Builder set) {
        return NsReadWriteSet.newBuilder()
                .setNamespace(namespace)
                .setRwset(set.build().toByteString())
                .build();
    }

    private KVRead read(StateKey key) {
        var read = KVRead.newBuilder().setKey(key.key());
        state.apply(key)
                .ifPresent(seen -> read.setVersion(Version.newBuilder()
                        .setBlockNum(seen.version().block())
                        .setTxNum(seen.version().transaction())));
        return read.build();
    }
}
