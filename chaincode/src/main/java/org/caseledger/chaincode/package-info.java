// SPDX-License-Identifier: Apache-2.0
/**
 * The smart contract: what may be written to the ledger (decision 0001), over the engine of {@code procedure}.
 *
 * <p>{@link org.caseledger.chaincode.CaseledgerChaincode} is the door. A contract class per feature names its functions;
 * {@code docket} holds what cases and data protection requests share. A function uses nothing but {@code getState}, its
 * argument, the creator, the transaction id and the transaction's timestamp, so that an auditor can execute it again
 * from the blocks alone.
 */
@org.jspecify.annotations.NullMarked
package org.caseledger.chaincode;
