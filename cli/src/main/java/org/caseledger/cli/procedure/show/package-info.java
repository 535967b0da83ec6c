// SPDX-License-Identifier: Apache-2.0
/** Renders the sheet of a definition: as text, as a page with a picture, as an empty timeline. */
@NullMarked
package org.caseledger.cli.procedure.show;

import org.jspecify.annotations.NullMarked;
