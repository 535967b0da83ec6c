// SPDX-License-Identifier: Apache-2.0
/** What can go wrong, in stable codes, and the sentences that say what to do about it. */
@org.jspecify.annotations.NullMarked
package org.caseledger.gateway.problem;
