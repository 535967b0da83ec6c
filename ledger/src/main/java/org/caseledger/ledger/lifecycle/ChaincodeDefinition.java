// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.lifecycle;

import com.google.protobuf.ByteString;

/**
 * What the authorities agreed on about a chaincode.
 *
 * @param sequence how often it was defined; the first is 1
 * @param version SHA-256 of its code, 64 lowercase hex digits
 * @param endorsementPolicy an {@code ApplicationPolicy}, serialized
 */
public record ChaincodeDefinition(String name, long sequence, String version, ByteString endorsementPolicy) {}
