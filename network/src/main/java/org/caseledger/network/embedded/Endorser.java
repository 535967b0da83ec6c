// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.ByteString;
import java.util.function.BiConsumer;
import org.caseledger.ledger.identity.SigningIdentity;
import org.caseledger.ledger.lifecycle.ChaincodeDefinition;
import org.caseledger.ledger.lifecycle.Lifecycle;
import org.caseledger.ledger.simulation.Simulation;
import org.caseledger.ledger.state.WorldState;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import org.hyperledger.fabric.shim.Chaincode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One authority's peer: executes proposals on its own view of the state with its own chaincode, and signs. */
final class Endorser {
    private static final Logger LOG = LoggerFactory.getLogger(Endorser.class);
    private static final int SUCCESS = 200;
    private static final int ERROR_FROM = 400;
    private static final int SERVER_ERROR = 500;

    private final SigningIdentity signer;
    private final Chaincode chaincode;
    private final String chaincodeName;
    private final WorldState state;
    private WorldState.Snapshot view;
    private boolean suspended;

    Endorser(SigningIdentity signer, Chaincode chaincode, String chaincodeName, WorldState state) {
        this.signer = signer;
        this.chaincode = chaincode;
        this.chaincodeName = chaincodeName;
        this.state = state;
        this.view = state.newest();
    }

    String mspId() {
        return signer.mspId();
    }

    SigningIdentity signer() {
        return signer;
    }

    /** Number of blocks that this peer shows. */
    synchronized long height() {
        return view.block() + 1;
    }

    synchronized void setSuspended(boolean value) {
        suspended = value;
        catchUp();
    }

    /** Takes over the newest state, unless the peer is made to lag. */
    synchronized void catchUp() {
        if (!suspended) {
            WorldState.Snapshot before = view;
            view = state.newest();
            before.close();
        }
    }

    private synchronized WorldState.Snapshot snapshot() {
        return state.same(view);
    }

    /** Executes and, when the chaincode agrees, endorses. A failure is a response of 400 or more, never an exception. */
    ProposalResponse process(CheckedProposal proposal) {
        try (WorldState.Snapshot snapshot = snapshot()) {
            var definition = Lifecycle.find(proposal.chaincode(), snapshot::get);
            if (definition.isEmpty() || !proposal.chaincode().equals(chaincodeName)) {
                return failure("make sure the chaincode " + proposal.chaincode()
                        + " has been successfully defined on channel " + proposal.channel() + " and try again");
            }
            Simulation simulation = new Simulation(snapshot);
            Lifecycle.dependOn(proposal.chaincode(), simulation);
            SimulationStub stub = new SimulationStub(proposal, simulation);
            Response response = execute(stub);
            return answer(proposal, definition.get(), simulation, stub, response);
        }
    }

    private ProposalResponse answer(
            CheckedProposal proposal,
            ChaincodeDefinition definition,
            Simulation simulation,
            SimulationStub stub,
            Response response) {
        boolean refused = response.getStatus() >= ERROR_FROM;
        ByteString payload = payload(
                proposal.hash(),
                definition.name(),
                definition.version(),
                simulation,
                refused ? ByteString.EMPTY : stub.eventBytes(),
                response);
        return refused
                ? ProposalResponse.newBuilder()
                        .setResponse(response)
                        .setPayload(payload)
                        .build()
                : endorse(payload, response);
    }

    /** Endorses what another program wrote: the definition of a chaincode, which every authority agrees on here. */
    ProposalResponse endorseDefinition(CheckedProposal proposal, BiConsumer<Simulation, CheckedProposal> program) {
        try (WorldState.Snapshot snapshot = snapshot()) {
            Simulation simulation = new Simulation(snapshot);
            program.accept(simulation, proposal);
            Response response = Response.newBuilder().setStatus(SUCCESS).build();
            return endorse(
                    payload(proposal.hash(), Lifecycle.NAMESPACE, "syscc", simulation, ByteString.EMPTY, response),
                    response);
        }
    }

    private Response execute(SimulationStub stub) {
        try {
            return toResponse(chaincode.invoke(stub));
        } catch (UnsupportedOperationException e) {
            return error(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            LOG.warn(
                    "The chaincode of {} failed without an answer ({}).",
                    mspId(),
                    e.getClass().getName());
            return error("Unexpected error");
        }
    }

    private static Response toResponse(Chaincode.Response from) {
        Response.Builder response = Response.newBuilder().setStatus(from.getStatusCode());
        String message = from.getMessage();
        byte[] payload = from.getPayload();
        if (message != null) {
            response.setMessage(message);
        }
        if (payload != null) {
            response.setPayload(ByteString.copyFrom(payload));
        }
        return response.build();
    }

    private static Response error(String message) {
        return Response.newBuilder().setStatus(SERVER_ERROR).setMessage(message).build();
    }

    private static ProposalResponse failure(String message) {
        return ProposalResponse.newBuilder().setResponse(error(message)).build();
    }

    private static ByteString payload(
            ByteString proposalHash,
            String chaincode,
            String version,
            Simulation simulation,
            ByteString event,
            Response response) {
        ChaincodeAction action = ChaincodeAction.newBuilder()
                .setResults(simulation.result().toByteString())
                .setEvents(event)
                .setResponse(response)
                .setChaincodeId(ChaincodeID.newBuilder().setName(chaincode).setVersion(version))
                .build();
        return ProposalResponsePayload.newBuilder()
                .setProposalHash(proposalHash)
                .setExtension(action.toByteString())
                .build()
                .toByteString();
    }

    private ProposalResponse endorse(ByteString payload, Response response) {
        return ProposalResponse.newBuilder()
                .setVersion(1)
                .setResponse(response)
                .setPayload(payload)
                .setEndorsement(Endorsement.newBuilder()
                        .setEndorser(signer.serialized())
                        .setSignature(signer.sign(payload, signer.serialized())))
                .build();
    }
}
