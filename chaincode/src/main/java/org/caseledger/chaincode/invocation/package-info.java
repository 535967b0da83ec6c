// SPDX-License-Identifier: Apache-2.0
/** One execution of a function: who signed it, what it read, what it writes, and its strict argument. */
@org.jspecify.annotations.NullMarked
package org.caseledger.chaincode.invocation;
