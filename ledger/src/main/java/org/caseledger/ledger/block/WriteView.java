// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import com.google.protobuf.ByteString;

/** One key that a transaction writes or deletes; {@code value} is empty for a deletion. */
public record WriteView(String key, boolean delete, ByteString value) {}
