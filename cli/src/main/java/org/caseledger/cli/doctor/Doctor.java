// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.caseledger.network.topology.Topology;

/** Looks at the machine for what consortia need; changes nothing that stays. */
public final class Doctor {
    private Doctor() {}

    /**
     * Every check, in the order in which a missing thing would be noticed.
     *
     * @param topologies those that run side by side; the first says where data and databases are
     */
    public static List<Check> examine(List<Topology> topologies, Clock clock) {
        Topology topology = topologies.get(0);
        Path data = topology.data();
        return Stream.of(
                        Stream.of(JavaCheck.runtime(), JavaCheck.compiler(), JavaCheck.maven()),
                        Stream.of(MachineCheck.disk(data), MachineCheck.memory(), MachineCheck.clock(clock)),
                        Stream.of(PortCheck.ports(topologies)),
                        topology.postgres() == null
                                ? Stream.of(
                                        PostgresCheck.platform(),
                                        PostgresCheck.account(),
                                        PostgresCheck.mayExecute(data))
                                : Stream.of(PostgresCheck.installed(topology.postgres())))
                .flatMap(checks -> checks)
                .toList();
    }

    public static boolean isWell(List<Check> checks) {
        return checks.stream().noneMatch(check -> check.status() == Check.Status.MISSING);
    }
}
