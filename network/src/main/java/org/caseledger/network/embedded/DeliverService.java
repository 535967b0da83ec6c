// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import com.google.rpc.Code;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/** One peer's block events: whole blocks, or what of them needs no trust to be shown. */
final class DeliverService extends DeliverGrpc.DeliverImplBase {
    private static final int MOST_STREAMS = 200;

    private final SeekCheck seeks;
    private final Commits commits;
    private final BlockStore store;
    private final Endorser peer;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);

    DeliverService(SeekCheck seeks, Commits commits, BlockStore store, Endorser peer) {
        this.seeks = seeks;
        this.commits = commits;
        this.store = store;
        this.peer = peer;
    }

    @Override
    public StreamObserver<Envelope> deliver(StreamObserver<DeliverResponse> out) {
        return stream(out, block -> DeliverResponse.newBuilder().setBlock(block).build());
    }

    @Override
    public StreamObserver<Envelope> deliverFiltered(StreamObserver<DeliverResponse> out) {
        return stream(out, block -> DeliverResponse.newBuilder()
                .setFilteredBlock(FilteredBlocks.of(block))
                .build());
    }

    @Override
    public StreamObserver<Envelope> deliverWithPrivateData(StreamObserver<DeliverResponse> out) {
        out.onError(Failures.of(Code.UNIMPLEMENTED, "the embedded ledger does not do private data yet"));
        return new DeliverStream.Ignoring();
    }

    private StreamObserver<Envelope> stream(
            StreamObserver<DeliverResponse> out, Function<Block, DeliverResponse> form) {
        if (!streams.tryAcquire()) {
            out.onError(Failures.of(
                    Code.RESOURCE_EXHAUSTED, "too many block streams are open at this peer; ask again later"));
            return new DeliverStream.Ignoring();
        }
        return new DeliverStream(
                (ServerCallStreamObserver<DeliverResponse>) out,
                seeks,
                commits,
                new DeliverStream.Source(store::read, peer::height, form),
                streams::release);
    }
}
