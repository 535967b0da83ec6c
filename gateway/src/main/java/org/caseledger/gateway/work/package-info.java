// SPDX-License-Identifier: Apache-2.0
/** What this authority owes, and links that wait for a person. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.work;
