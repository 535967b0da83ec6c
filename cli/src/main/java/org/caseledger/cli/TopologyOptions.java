// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli;

import java.nio.file.Path;
import java.util.List;
import org.caseledger.network.topology.Topology;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which consortium, and where its data lie: the same two options wherever a command needs them. */
public final class TopologyOptions {
    @Option(
            names = "--topology",
            paramLabel = "FILE",
            description = "Another consortium than the demo's (see docs/operations.md).")
    private @Nullable Path topology;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept. Default: what the topology says, .caseledger/demo for the demo.")
    private @Nullable Path data;

    /** Whether another consortium than the demo's was named. */
    public boolean named() {
        return topology != null;
    }

    /** The topology with an absolute data directory; a relative one in it counts from the project's directory. */
    public Topology topology() {
        return placed(topology == null ? Topology.demo() : Topology.load(topology));
    }

    /** The one that was named, or all that the demo starts. */
    public List<Topology> topologies() {
        return named() ? List.of(topology()) : List.of(topology(), placed(Topology.shipped("germany")));
    }

    private Topology placed(Topology read) {
        Path directory = data != null ? data : home().resolve(read.data());
        return read.withData(directory.toAbsolutePath().normalize());
    }

    private static Path home() {
        return Path.of(System.getProperty("caseledger.home", ""));
    }
}
