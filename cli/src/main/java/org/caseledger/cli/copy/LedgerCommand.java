// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.copy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.caseledger.cli.ExitCode;
import org.caseledger.cli.Json;
import org.caseledger.cli.consortium.PeerAccess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code caseledger ledger}. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        description = "Copies the blocks of a ledger.",
        subcommands = LedgerCommand.Copy.class,
        footerHeading = "%nExample:%n",
        footer = "  caseledger ledger copy --help")
public final class LedgerCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: copy.");
    }

    /** {@code caseledger ledger copy}. */
    @Command(
            name = "copy",
            mixinStandardHelpOptions = true,
            description = "Pulls all blocks from a peer, with a member's own identity, into a file to be audited."
                    + " A copy that exists is continued.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:copied",
                "1:the peer has another ledger than the copy",
                "2:an option is not understood",
                "3:the peer does not answer or refuses"
            },
            footerHeading = "%nExample:%n",
            footer = {
                "  caseledger ledger copy --peer 127.0.0.1:21755 --channel asylum --authority EU-SUPERVISOR \\",
                "    --tls-root tls-ca.pem --certificate cert.pem --key key.pem --to copy"
            })
    @SuppressWarnings("NullAway.Init") // picocli sets the required options
    static final class Copy implements Callable<Integer> {
        @Option(names = "--peer", required = true, paramLabel = "HOST:PORT", description = "The peer to ask.")
        private String peer;

        @Option(names = "--tls-root", required = true, paramLabel = "FILE", description = "PEM: root of its TLS.")
        private Path tlsRoot;

        @Option(names = "--channel", required = true, paramLabel = "NAME", description = "Which ledger.")
        private String channel;

        @Option(names = "--authority", required = true, paramLabel = "ID", description = "The member that asks.")
        private String authority;

        @Option(names = "--certificate", required = true, paramLabel = "FILE", description = "PEM: its certificate.")
        private Path certificate;

        @Option(names = "--key", required = true, paramLabel = "FILE", description = "PEM: its private key.")
        private Path key;

        @Option(names = "--to", required = true, paramLabel = "DIR", description = "Where the copy is kept.")
        private Path to;

        @Option(names = "--json", description = "Print the result as JSON.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            PeerAccess access = new PeerAccess(peer, tlsRoot, channel, authority, certificate, key);
            LedgerCopy.Result result = LedgerCopy.pull(access, to, Clock.systemUTC());
            if (json) {
                spec.commandLine()
                        .getOut()
                        .println(Json.of(Map.of(
                                "v", 1,
                                "file", result.file().toString(),
                                "height", result.height(),
                                "added", result.added())));
            } else {
                spec.commandLine()
                        .getOut()
                        .printf("%s: %d blocks, %d new%n", result.file(), result.height(), result.added());
            }
            return ExitCode.OK;
        }
    }
}
