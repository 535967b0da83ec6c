// SPDX-License-Identifier: Apache-2.0
/** Data protection requests: the functions under {@code requests:}. */
@org.jspecify.annotations.NullMarked
package org.caseledger.chaincode.requests;
