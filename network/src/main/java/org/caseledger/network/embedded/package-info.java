// SPDX-License-Identifier: Apache-2.0
/**
 * The ledger inside the JVM. It answers a Fabric peer's gRPC services over loopback TLS and writes Fabric's blocks;
 * the rules themselves live in {@code org.caseledger.ledger}.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.network.embedded;
