// SPDX-License-Identifier: Apache-2.0
package org.caseledger.network.embedded;

import java.util.function.Function;
import org.hyperledger.fabric.shim.Chaincode;

/**
 * The chaincode of the channel.
 *
 * @param name its name, e.g. {@code caseledger}
 * @param version SHA-256 of its code, 64 lowercase hex digits; written to the committed definition
 * @param factory gives each endorser (by MSP id) an instance of its own
 */
public record DeployedChaincode(String name, String version, Function<String, Chaincode> factory) {}
