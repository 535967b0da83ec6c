// SPDX-License-Identifier: Apache-2.0
package org.caseledger.gateway.links;

/** A case id, which stays inside, and its handle, which is shown. */
public record Link(String caseId, String handle) {}
