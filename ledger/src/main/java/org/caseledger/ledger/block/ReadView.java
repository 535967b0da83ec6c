// SPDX-License-Identifier: Apache-2.0
package org.caseledger.ledger.block;

import org.caseledger.ledger.state.Version;
import org.jspecify.annotations.Nullable;

/** One key that a transaction read; {@code version} is null when the key was absent. */
public record ReadView(String key, @Nullable Version version) {}
