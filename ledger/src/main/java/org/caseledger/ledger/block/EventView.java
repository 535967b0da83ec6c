// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import com.google.protobuf.ByteString;

/** The event that a chaincode set; there is at most one in a transaction. */
public record EventView(String chaincode, String name, ByteString payload) {}
