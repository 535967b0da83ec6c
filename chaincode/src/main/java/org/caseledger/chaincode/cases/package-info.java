// SPDX-License-Identifier: Apache-2.0
/** Cases of persons: the functions under {@code cases:}. */
@org.jspecify.annotations.NullMarked
package org.caseledger.chaincode.cases;
