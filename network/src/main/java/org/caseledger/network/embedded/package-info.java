// SPDX-License-Identifier: Apache-2.0
/**
 * The ledger inside the JVM. It answers a Fabric peer's gRPC services over loopback TLS and writes Fabric's blocks; the
 * rules themselves live in {@code org.caseledger.ledger}. For one machine, and no consensus system: see
 * {@link org.caseledger.network.embedded.EmbeddedLedger}.
 *
 * <pre>{@code
 * AuthorityIssuer at = AuthorityIssuer.open(certificates, "AT-DUBLIN", "AT");
 * Member member = new Member("AT-DUBLIN", Member.Role.ENDORSING,
 *         List.of(at.root().certificate()), List.of(at.issuing().certificate()),
 *         List.of(at.tlsCa().certificate()), List.of(),
 *         of(at.signing(NodeOu.PEER, "peer")), of(at.tls(TlsService.PEER, "peer")), 0);
 * Consenter consenter = new Consenter(1, "AT-DUBLIN", "127.0.0.1", 7050,
 *         of(at.signing(NodeOu.ORDERER, "orderer")), at.tls(TlsService.ORDERER, "orderer").certificate());
 * DeployedChaincode code = new DeployedChaincode("caseledger", sha256OfTheCode, mspId -> new CaseLedgerChaincode());
 * EmbeddedLedger ledger = EmbeddedLedger.create(
 *         EmbeddedLedgerOptions.of(directory, "asylum", List.of(member), List.of(consenter), code));
 * ledger.start();
 * int port = ledger.port("AT-DUBLIN");
 * }</pre>
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.network.embedded;
