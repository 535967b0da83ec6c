// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import java.util.List;

/** What a transaction read and wrote in one namespace (a chaincode's name), in the order of the block. */
public record NamespaceView(String namespace, List<ReadView> reads, List<WriteView> writes) {}
