// SPDX-License-Identifier: Apache-2.0
package org.caseledger.cli.consortium;

import java.nio.file.Path;

/**
 * How a member reaches a peer.
 *
 * @param endpoint {@code host:port}
 * @param tlsRoot PEM file with the root of the peer's TLS certificate
 * @param authority the member that asks
 * @param certificate PEM file with its signing certificate
 * @param key PEM file with its private key
 */
public record PeerAccess(String endpoint, Path tlsRoot, String channel, String authority, Path certificate, Path key) {}
