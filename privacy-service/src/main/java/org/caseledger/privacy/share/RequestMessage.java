// SPDX-License-Identifier: Apache-2.0
package org.caseledger.privacy.share;

import org.caseledger.privacy.vault.RequestFile.Right;

/** News to another controller that a person asked, and about which case. */
public record RequestMessage(String requestId, String caseId, String from, Right right, String receivedOn) {}
