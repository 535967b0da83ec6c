// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.copy;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.caseledger.cli.CommandException;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.consortium.PeerAccess;
import org.caseledger.ledger.block.BlockFile;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.peer.DeliverGrpc;
import org.hyperledger.fabric.protos.peer.DeliverResponse;

/**
 * Copies all blocks that a peer has now, through Fabric's {@code protos.Deliver}. A copy that exists is continued: its
 * last block must be the peer's.
 *
 * <pre>{@code
 * LedgerCopy.Result result = LedgerCopy.pull(peer, directory, Clock.systemUTC());
 * }</pre>
 */
public final class LedgerCopy {
    private static final int PATIENCE_SECONDS = 120;
    private static final int LARGEST_BLOCK = 100 * 1024 * 1024;

    private LedgerCopy() {}

    /**
     * What was copied.
     *
     * @param file the copy, in the format of docs/ledger-formats.md
     * @param height blocks in it
     * @param added blocks that were new
     */
    public record Result(Path file, long height, long added) {}

    /**
     * Pulls blocks into {@code <authority>.caseledger} in the directory.
     *
     * @throws CommandException if the peer does not answer or refuses, or if it has another ledger than the copy
     */
    public static Result pull(PeerAccess peer, Path directory, Clock clock) {
        try {
            Files.createDirectories(directory);
            Path copy = directory.resolve(peer.authority().toLowerCase(Locale.ROOT) + ".caseledger");
            try (BlockFile file = BlockFile.open(copy)) {
                long before = file.height();
                deliver(peer, file, SeekRequest.from(peer, Math.max(0, before - 1), clock));
                return new Result(copy, file.height(), file.height() - before);
            }
        } catch (IOException e) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "The copy cannot be written to " + directory + " (" + e.getMessage() + "). Check it, and the"
                            + " peer's TLS root at " + peer.tlsRoot() + ".",
                    e);
        }
    }

    private static void deliver(PeerAccess peer, BlockFile file, Envelope seek) throws IOException {
        ManagedChannel channel = Grpc.newChannelBuilder(
                        peer.endpoint(),
                        TlsChannelCredentials.newBuilder()
                                .trustManager(peer.tlsRoot().toFile())
                                .build())
                .maxInboundMessageSize(LARGEST_BLOCK)
                .build();
        try {
            Inbox inbox = new Inbox();
            DeliverGrpc.newStub(channel)
                    .withDeadlineAfter(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .deliver(inbox)
                    .onNext(seek);
            for (DeliverResponse response = inbox.next(); !isLast(peer, response); response = inbox.next()) {
                append(peer, file, response.getBlock());
            }
        } catch (StatusRuntimeException e) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "The peer at " + peer.endpoint() + " did not deliver ("
                            + e.getStatus().getCode() + "). Check that it runs and that its TLS root is the one given.",
                    e);
        } finally {
            channel.shutdownNow();
        }
    }

    private static boolean isLast(PeerAccess peer, DeliverResponse response) {
        if (response.getTypeCase() == DeliverResponse.TypeCase.BLOCK) {
            return false;
        }
        if (response.getStatus() != Status.SUCCESS) {
            throw new CommandException(
                    ExitCode.ENVIRONMENT,
                    "The peer refused " + peer.authority() + " (" + response.getStatus()
                            + "). Check the channel's name, and that certificate and key belong to a member.");
        }
        return true;
    }

    private static void append(PeerAccess peer, BlockFile file, Block block) {
        long number = block.getHeader().getNumber();
        if (number >= file.height()) {
            file.append(List.of(block));
        } else if (!file.read(number).getHeader().equals(block.getHeader())) {
            throw new CommandException(
                    ExitCode.CHECK_FAILED,
                    "Block " + number + " of the peer at " + peer.endpoint() + " is not the one in the copy. Keep both"
                            + " copies: one of the two ledgers was changed.");
        }
    }
}
