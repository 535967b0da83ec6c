// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.caseledger.network.topology.Authority;
import org.caseledger.network.topology.ServicePort;
import org.caseledger.network.topology.Topology;

/** Whether the topologies' ports are free. */
final class PortCheck {
    private PortCheck() {}

    static Check ports(List<Topology> topologies) {
        List<Integer> wanted = topologies.stream()
                .flatMap(topology -> wanted(topology).stream())
                .toList();
        if (wanted.isEmpty()) {
            return Check.ok("ports", "any free ones (ports.base is 0)");
        }
        List<Integer> taken = wanted.stream().filter(port -> !isFree(port)).toList();
        return taken.isEmpty()
                ? Check.ok("ports", Collections.min(wanted) + " to " + Collections.max(wanted) + " are free")
                : Check.missing(
                        "ports",
                        "in use: "
                                + String.join(
                                        ", ",
                                        taken.stream().map(String::valueOf).toList()),
                        "End what listens there (another caseledger demo?), or choose another ports.base.");
    }

    private static List<Integer> wanted(Topology topology) {
        List<Integer> ports = new ArrayList<>();
        if (topology.ports().base() != 0) {
            ports.add(topology.ports().postgres());
            for (Authority authority : topology.authorities()) {
                for (ServicePort service : ServicePort.values()) {
                    ports.add(topology.port(authority.id(), service));
                }
            }
        }
        return ports;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
