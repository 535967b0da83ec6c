// SPDX-License-Identifier: Apache-2.0
/** {@code caseledger audit}: parses, calls {@link org.caseledger.audit.Audit}, renders. */
@NullMarked
package org.caseledger.cli.audit;

import org.jspecify.annotations.NullMarked;
