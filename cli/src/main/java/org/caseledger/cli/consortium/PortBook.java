// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.caseledger.network.NetworkException;
import org.caseledger.network.topology.Authority;
import org.caseledger.network.topology.ServicePort;
import org.caseledger.network.topology.Topology;

/**
 * Every port of a consortium, known before anything starts, because gateway and privacy service must be told of each
 * other.
 */
record PortBook(int postgres, Map<Place, Integer> services) {

    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    record Place(String authority, ServicePort service) {}

    /** The topology's ports, or free ones where it leaves them to the system. */
    static PortBook of(Topology topology) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            Map<Place, Integer> services = new HashMap<>();
            for (Authority authority : topology.authorities()) {
                for (ServicePort service : ServicePort.values()) {
                    int port = checked(topology.port(authority.id(), service), held);
                    services.put(new Place(authority.id(), service), port);
                }
            }
            return new PortBook(checked(topology.ports().postgres(), held), services);
        } finally {
            held.forEach(PortBook::release);
        }
    }

    int of(String authority, ServicePort service) {
        return Objects.requireNonNull(services.get(new Place(authority, service)), authority);
    }

    /**
     * A free port below those that the system gives to outgoing connections: between the choice and the service's
     * start, and while a killed service is down, nobody's connection takes it.
     */
    private static int free(List<ServerSocket> held) {
        IOException last = new IOException("none was tried");
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return hold(LOWEST + RANDOM.nextInt(HIGHEST - LOWEST), held);
            } catch (IOException taken) {
                last = taken;
            }
        }
        throw new NetworkException(
                "No free port was found between " + LOWEST + " and " + HIGHEST + ". End what listens there.", last);
    }

    private static int hold(int port, List<ServerSocket> held) throws IOException {
        ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
        held.add(socket);
        return socket.getLocalPort();
    }

    /** Holds the port until all are chosen, so that no two get the same. */
    private static int checked(int port, List<ServerSocket> held) {
        if (port == 0) {
            return free(held);
        }
        try {
            return hold(port, held);
        } catch (IOException e) {
            throw new NetworkException(
                    "Port " + port + " is in use. End what listens there (another caseledger demo?), or choose another"
                            + " ports.base in a topology.",
                    e);
        }
    }

    private static void release(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new NetworkException("Port " + socket.getLocalPort() + " could not be released. Start again.", e);
        }
    }
}
