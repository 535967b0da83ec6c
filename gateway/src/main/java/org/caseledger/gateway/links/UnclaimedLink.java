// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.links;

/** A link that came from another authority and waits for a file number of our own. */
public record UnclaimedLink(String caseId, String handle, String from, String senderFileNumber) {}
