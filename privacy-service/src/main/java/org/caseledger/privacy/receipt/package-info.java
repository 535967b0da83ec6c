// SPDX-License-Identifier: Apache-2.0
/** Commitments to an erasure and the signed receipt that the person is given. */
@NullMarked
package org.caseledger.privacy.receipt;

import org.jspecify.annotations.NullMarked;
