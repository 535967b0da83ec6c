// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.Code;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.caseledger.ledger.config.ChannelConfig;
import org.caseledger.ledger.config.PolicyPaths;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.EvaluateRequest;
import org.hyperledger.fabric.protos.gateway.EvaluateResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.gateway.SubmitResponse;
import org.hyperledger.fabric.protos.peer.ProposalResponse;

/** One peer's gateway, as Fabric's clients know it. */
final class GatewayService extends GatewayGrpc.GatewayImplBase {
    private final Endorser peer;
    private final ChannelServices channel;
    private final Commits commits;
    private final Calls calls;
    private final Semaphore waiting;

    GatewayService(Endorser peer, ChannelServices channel, Commits commits, Calls calls, int mostWaiting) {
        this.peer = peer;
        this.channel = channel;
        this.commits = commits;
        this.calls = calls;
        this.waiting = new Semaphore(mostWaiting);
    }

    @Override
    public void evaluate(EvaluateRequest request, StreamObserver<EvaluateResponse> answer) {
        calls.run(answer, () -> evaluate(request));
    }

    private EvaluateResponse evaluate(EvaluateRequest request) throws ProposalException {
        CheckedProposal proposal = channel.proposals().forEvaluation(request.getProposedTransaction());
        ProposalResponse response = peer.process(proposal);
        Optional<String> problem = Endorsing.problem(response);
        if (problem.isPresent()) {
            Code code = response.getPayload().isEmpty() ? Code.ABORTED : Code.UNKNOWN;
            throw Failures.of(
                    code,
                    "evaluate call to endorser returned error: " + problem.get(),
                    List.of(channel.peers().errorDetail(peer.mspId(), problem.get())));
        }
        return EvaluateResponse.newBuilder().setResult(response.getResponse()).build();
    }

    @Override
    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> answer) {
        calls.run(answer, () -> endorse(request));
    }

    private EndorseResponse endorse(EndorseRequest request) {
        CheckedProposal proposal = checked(request);
        var envelope = channel.endorsing().endorse(proposal, peer.mspId(), request.getEndorsingOrganizationsList());
        return EndorseResponse.newBuilder().setPreparedTransaction(envelope).build();
    }

    private CheckedProposal checked(EndorseRequest request) {
        try {
            return channel.proposals().forEndorsement(request.getProposedTransaction());
        } catch (ProposalException e) {
            if (e.kind() == ProposalException.Kind.REFUSED) {
                throw Failures.of(
                        Code.ABORTED,
                        "failed to endorse transaction, see attached details for more info",
                        List.of(channel.peers().errorDetail(peer.mspId(), e.reason())));
            }
            throw Failures.of(e);
        }
    }

    @Override
    public void submit(SubmitRequest request, StreamObserver<SubmitResponse> answer) {
        calls.run(answer, () -> submit(request));
    }

    private SubmitResponse submit(SubmitRequest request) throws ProposalException {
        if (request.getPreparedTransaction().getSignature().isEmpty()) {
            throw ProposalException.malformed("prepared transaction must be signed");
        }
        channel.orderer().submit(channel.submissions().check(request.getPreparedTransaction()));
        return SubmitResponse.getDefaultInstance();
    }

    @Override
    public void commitStatus(SignedCommitStatusRequest request, StreamObserver<CommitStatusResponse> observer) {
        if (!waiting.tryAcquire()) {
            observer.onError(Failures.of(
                    Code.RESOURCE_EXHAUSTED, "too many requests wait for a commit at this peer; ask again later"));
            return;
        }
        PendingAnswer<CommitStatusResponse> answer = new PendingAnswer<>(observer, waiting::release);
        calls.start(answer, () -> await(request, answer));
    }

    /** Answers once the transaction is committed here; an id that nobody submitted is waited for, as in Fabric. */
    private Commits.Waiting await(SignedCommitStatusRequest signed, PendingAnswer<CommitStatusResponse> answer)
            throws ProposalException {
        CommitStatusRequest request = parse(signed);
        requireReader(signed, request);
        return commits.await(
                request.getTransactionId(),
                answer::over,
                entry -> answer.answer(CommitStatusResponse.newBuilder()
                        .setResult(entry.code())
                        .setBlockNumber(entry.block())
                        .build()));
    }

    private void requireReader(SignedCommitStatusRequest signed, CommitStatusRequest request) {
        ChannelConfig config = channel.config();
        boolean reader = config.msps()
                .find(request.getIdentity())
                .filter(identity -> request.getChannelId().equals(config.channel()))
                .filter(identity -> identity.verify(signed.getSignature(), signed.getRequest()))
                .filter(identity -> config.policy(PolicyPaths.READERS).satisfied(List.of(identity)))
                .isPresent();
        if (!reader) {
            throw Failures.of(Code.PERMISSION_DENIED, "the request is not signed by one of the channel's readers");
        }
    }

    private static CommitStatusRequest parse(SignedCommitStatusRequest signed) throws ProposalException {
        try {
            CommitStatusRequest request = CommitStatusRequest.parseFrom(signed.getRequest());
            if (request.getTransactionId().isEmpty()) {
                throw ProposalException.malformed("transaction ID should not be empty");
            }
            return request;
        } catch (InvalidProtocolBufferException e) {
            throw ProposalException.malformed("the commit status request cannot be read");
        }
    }
}
