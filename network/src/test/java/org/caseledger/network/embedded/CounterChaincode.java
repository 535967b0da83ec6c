// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** A chaincode for tests: counts by a step of its own, so that one with another step disagrees. */
final class CounterChaincode implements Chaincode {
    private final int step;

    CounterChaincode(int step) {
        this.step = step;
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return success("");
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        List<String> parameters = stub.getParameters();
        return switch (stub.getFunction()) {
            case "put" -> put(stub, parameters.get(0), parameters.get(1));
            case "get" -> success(stub.getStringState(parameters.get(0)));
            case "count" -> count(stub, parameters.get(0));
            case "delete" -> delete(stub, parameters.get(0));
            case "range" -> {
                stub.getStateByRange("a", "z");
                yield success("");
            }
            case "refuse" -> new Response(500, "REFUSED NOT_NOW {}", new byte[0]);
            case "break" -> throw new IllegalArgumentException("inside");
            default -> new Response(500, "unknown function", new byte[0]);
        };
    }

    private Response put(ChaincodeStub stub, String key, String value) {
        stub.putStringState(key, value);
        stub.setEvent("put", key.getBytes(UTF_8));
        return success(value);
    }

    private Response count(ChaincodeStub stub, String key) {
        String before = stub.getStringState(key);
        String after = Integer.toString((before.isEmpty() ? 0 : Integer.parseInt(before)) + step);
        stub.putStringState(key, after);
        return success(after);
    }

    private static Response delete(ChaincodeStub stub, String key) {
        stub.delState(key);
        return success("");
    }

    private static Response success(String text) {
        return new Response(200, "", text.getBytes(UTF_8));
    }
}
