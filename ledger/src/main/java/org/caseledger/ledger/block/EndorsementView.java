// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import com.google.protobuf.ByteString;

/**
 * One endorsement.
 *
 * @param mspId the authority that endorsed
 * @param endorser its serialized identity
 * @param signature over the proposal response payload followed by {@code endorser}
 */
public record EndorsementView(String mspId, ByteString endorser, ByteString signature) {}
