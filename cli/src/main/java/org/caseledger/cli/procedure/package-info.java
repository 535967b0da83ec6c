// SPDX-License-Identifier: Apache-2.0
/** {@code caseledger procedure}: the shipped definitions, and what follows from a timeline in a file. */
@NullMarked
package org.caseledger.cli.procedure;

import org.jspecify.annotations.NullMarked;
