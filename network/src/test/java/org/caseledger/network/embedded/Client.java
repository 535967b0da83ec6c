// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.grpc.ManagedChannel;
import org.caseledger.network.certificates.Credential;
import org.caseledger.network.certificates.NodeOu;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;

/** One authority's connection to its own peer through the real client. */
final class Client implements AutoCloseable {
    private final ManagedChannel channel;
    private final Gateway gateway;

    Client(TestConsortium consortium, EmbeddedLedger ledger, String id) {
        this(consortium, ledger, id, consortium.issuer(id).signing(NodeOu.CLIENT, "gateway"));
    }

    Client(TestConsortium consortium, EmbeddedLedger ledger, String id, Credential signer) {
        channel = consortium.connect(ledger, id);
        gateway = consortium.gateway(channel, id, signer);
    }

    Network network() {
        return gateway.getNetwork(TestConsortium.CHANNEL);
    }

    Contract contract() {
        return network().getContract(TestConsortium.CHAINCODE);
    }

    String submit(String function, String... arguments) throws Exception {
        return new String(contract().submitTransaction(function, arguments), UTF_8);
    }

    String evaluate(String function, String... arguments) throws GatewayException {
        return new String(contract().evaluateTransaction(function, arguments), UTF_8);
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
    }
}
