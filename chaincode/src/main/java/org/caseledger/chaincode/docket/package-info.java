// SPDX-License-Identifier: Apache-2.0
/**
 * What cases and data protection requests share: a header, entries that point to the one before, and the rules by which
 * an entry is added. They differ in the prefix of their keys and in the name of their id, nothing else.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.chaincode.docket;
