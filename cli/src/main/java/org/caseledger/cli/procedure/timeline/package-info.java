// SPDX-License-Identifier: Apache-2.0
/** A timeline in a file: read, evaluated, told. */
@NullMarked
package org.caseledger.cli.procedure.timeline;

import org.jspecify.annotations.NullMarked;
