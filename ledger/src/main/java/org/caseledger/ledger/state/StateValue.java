// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.state;

import com.google.protobuf.ByteString;

/** A key's value with the place that wrote it. */
public record StateValue(ByteString value, Version version) {}
