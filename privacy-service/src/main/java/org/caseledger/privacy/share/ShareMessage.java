// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.share;

import org.jspecify.annotations.Nullable;

/**
 * A link on its way to a bound party.
 *
 * @param senderFileNumber the sender's file number for matching; none where the sender itself has not claimed
 */
public record ShareMessage(
        String shareId,
        String caseId,
        String from,
        @Nullable String senderFileNumber) {}
