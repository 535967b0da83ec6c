// SPDX-License-Identifier: Apache-2.0
/**
 * Data protection requests: each authority decides for itself, and an erasure goes on by itself until it is confirmed.
 * Nothing is kept here: where an erasure stands is read from the ledger and from the privacy service.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.requests;
